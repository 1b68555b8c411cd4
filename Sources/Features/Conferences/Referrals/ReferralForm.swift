internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The form that refers somebody, read field by field and held against the rules of the kind.
struct ReferralForm {
  var new: NewReferral

  static let nameLimit = 200
  static let wordsLimit = 4000
  static let mostChildren = 20

  /// Reads it for one of the organisations it may be referred for.
  init(
    _ fields: Fields, _ kind: ConferenceKind, for bodies: [Agency], _ choices: ShareChoices,
    today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let body = Self.body(fields, bodies, &form)
    let ground = Self.ground(kind, &form)
    let assessment = Self.assessment(ground, fields, &form)
    let children = Self.children(fields, &form)
    let grounds = Self.grounds(fields, kind, by: body, choices, &form)
    let content = Self.content(kind, fields, today, &form)
    try form.finish()
    guard let body, let ground else {
      throw Refusal("", "Fill in the form again")
    }
    new = NewReferral(
      criterion: ground.key, assessment: assessment, children: children,
      isUrgent: form.ticked("urgent"), organisation: body.id, referredOn: today,
      grounds: grounds, content: content)
  }

  /// Holds the ground against whether the same parties were referred before.
  func refusal(_ kind: ConferenceKind, earlier: Referral?) -> Refusal? {
    guard kind.criterion(new.criterion)?.isRepeat == true, earlier == nil else { return nil }
    return Refusal(
      "criterion",
      "No referral of the same people was found in the \(kind.rules.repeatMonths) months before. "
        + "Check the spelling of the names, or choose another ground")
  }

  private static func body(
    _ fields: Fields, _ bodies: [Agency], _ form: inout FormReader
  ) -> Agency? {
    if bodies.count == 1 { return bodies[0] }
    let body = bodies.first { $0.id.description == fields["body"] }
    if body == nil { form.refuse("body", "Choose who refers") }
    return body
  }

  /// By the rules of every share, but for an agreement and a last day: those the conference has.
  ///
  /// Consent is no ground: somebody is referred because of the danger, whether or not they agree.
  private static func grounds(
    _ fields: Fields, _ kind: ConferenceKind, by body: Agency?, _ choices: ShareChoices,
    _ form: inout FormReader
  ) -> ReferralGrounds.Named {
    let named = ReferralGrounds.Named(
      grounds: ShareTermsForm.grounds(fields, &form, choices.withoutConsent),
      told: ShareTermsForm.kinds(fields))
    let rules = GroundRules(
      named.grounds, for: named.told, to: .sitting(kind.rules.agencies), by: body?.kind)
    for entry in rules.refused { form.refuse(entry.field, entry.message) }
    return named
  }

  private static func ground(_ kind: ConferenceKind, _ form: inout FormReader) -> Criterion? {
    let key = form.text("criterion", or: "Choose the ground")
    let ground = kind.criteria.first { $0.key == key }
    if ground == nil { form.refuse("criterion", "Choose the ground") }
    return ground
  }

  private static func assessment(
    _ ground: Criterion?, _ fields: Fields, _ form: inout FormReader
  ) -> Assessment {
    var assessment = Assessment()
    assessment.instrument = form.optionalText("instrument") ?? ""
    assessment.version = form.optionalText("instrument-version", limit: 60) ?? ""
    let typed = form.optionalText("score", limit: 10)
    assessment.score = typed.flatMap { Int($0) }.flatMap { (0...999).contains($0) ? $0 : nil }
    if typed != nil, assessment.score == nil { form.refuse("score", "Enter the score as a number") }
    if assessment.score != nil || ground?.least != nil {
      if assessment.instrument.isEmpty {
        form.refuse("instrument", "Enter the instrument, such as DASH")
      } else if assessment.version.isEmpty {
        form.refuse("instrument-version", "Enter its version or year")
      }
    }
    if let least = ground?.least { check(assessment.score, least, ground?.most, &form) }
    return assessment
  }

  private static func check(
    _ score: Int?, _ least: Int, _ most: Int?, _ form: inout FormReader
  ) {
    guard let score else { return form.refuse("score", "Enter the score") }
    if score < least {
      form.refuse(
        "score",
        "A score of \(score) is below \(least). If you fear more than it says, choose professional "
          + "judgement")
    }
    if let most, score > most {
      form.refuse("score", "The highest score is \(most): check it")
    }
  }

  private static func children(_ fields: Fields, _ form: inout FormReader) -> Int {
    guard let typed = form.optionalText("children", limit: 10) else { return 0 }
    guard let children = Int(typed), (0...mostChildren).contains(children) else {
      form.refuse("children", "Enter a number from 0 to \(mostChildren)")
      return 0
    }
    return children
  }

  private static func content(
    _ kind: ConferenceKind, _ fields: Fields, _ today: Day, _ form: inout FormReader
  ) -> ReferralContent {
    var content = ReferralContent()
    content.name = form.text("name", or: "Enter the name", limit: nameLimit)
    let hasLetters = !NameTokens.words(Sensitive(content.name)).isEmpty
    if !content.name.isEmpty, !hasLetters {
      form.refuse("name", "Enter a name of two letters or more")
    }
    if let born = form.optionalDay("born", "Date of birth", fields) {
      if born > today { form.refuse("born-year", "Choose a day that is not to come") }
      content.born = born.description
    }
    content.other =
      kind.otherTitle.isEmpty ? "" : form.optionalText("other", limit: nameLimit) ?? ""
    content.why = form.text(
      "why", or: "Enter what happened and what is feared", limit: wordsLimit)
    content.wishes = form.optionalText("wishes", limit: wordsLimit) ?? ""
    content.contact = form.optionalText("contact", limit: 1000) ?? ""
    content.told = form.text(
      "told", or: "Enter whether they know of it, and if not, why not", limit: 1000)
    content.necessity = form.text(
      "necessity", or: "Enter why it cannot be done with less", limit: 2000)
    return content
  }
}
