internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// What a form names, found in the records.
struct OrderLookups: Sendable {
  var place: KnownPlace?
  var area: StatedArea?
  var warning: PrecedingWarning?
  /// Of the cases and reports it names those there are.
  var cases: Set<Reference> = []
  /// The codes of wards a subject may live in.
  var wards: [String] = []
}

/// The form that writes an order down, read field by field and held against the law of its day.
struct OrderForm {
  let new: NewOrder

  static let nameLimit = 200
  static let wordsLimit = 4000

  init(
    _ fields: Fields, _ power: Power, _ lookups: OrderLookups, _ book: LawBook, issuer: Agency,
    now: Instant
  ) throws(Refusal) {
    var form = FormReader(fields)
    let content = Self.content(power, fields, &form)
    let place = Self.place(power, lookups, &form)
    let area = Self.area(power, lookups, &form)
    let cases = CaseNames(fields).check(known: lookups.cases, &form)
    var draft: OrderDraft?
    if let term = Self.term(power, fields, &form) {
      draft = OrderDraft(power: power, term: term, content: content)
      Self.fill(&draft, fields, lookups, now, &form)
    }
    let facts = EqualityForm.facts(of: power, fields, wards: lookups.wards, &form)
    let rules = draft.map { OrderRules($0, book.law(on: $0.term.starts)) }
    for entry in rules?.refused ?? [] { form.refuse(entry.field, entry.message) }
    try form.finish()
    guard let draft, let rules else { throw Refusal("", "Fill in the form again") }
    new = NewOrder(
      draft: draft, rules: rules.relied, organisation: issuer.id, organisationName: issuer.name,
      placeKey: place?.key,
      placeName: [area?.name, place?.words].compactMap(\.self).joined(separator: "; "), area: area,
      cases: cases, facts: facts, marks: OrderMarks(power, &form))
  }

  private static func content(
    _ power: Power, _ fields: Fields, _ form: inout FormReader
  ) -> OrderContent {
    var content = OrderContent()
    content.name = form.text("name", or: power.nameMissing, limit: nameLimit)
    content.prohibitions = form.optionalText("prohibitions", limit: wordsLimit) ?? ""
    content.requirements = form.optionalText("requirements", limit: wordsLimit) ?? ""
    if content.prohibitions.isEmpty, content.requirements.isEmpty, power.kind != .legacy {
      form.refuse("prohibitions", "Enter what it forbids, or below what it requires")
    }
    content.evidence = form.optionalText("evidence", limit: wordsLimit) ?? ""
    if content.evidence.isEmpty, power.kind != .legacy {
      form.refuse("evidence", "Enter what it rests on: dates, what happened, who saw it")
    }
    content.consultees = form.optionalText("consultees", limit: wordsLimit) ?? ""
    content.rights = form.optionalText("rights", limit: wordsLimit) ?? ""
    content.legalLead = form.optionalText("legal-lead") ?? ""
    content.court = form.optionalText("court") ?? ""
    content.tests = power.tests.map(\.key).filter(fields.all("test").contains)
    if power == .publicSpaces, content.consultees.isEmpty {
      form.refuse("consultees", "Enter who was consulted, and when (section 72(3))")
    }
    if power.target == .area, content.rights.isEmpty {
      form.refuse(
        "rights",
        "Enter how freedom of expression and assembly, articles 10 and 11, was weighed "
          + "(section \(power == .publicSpaces ? "72(1)" : "72A(1)"))")
    }
    if power.isCourts || power == .closureNotice, content.court.isEmpty {
      form.refuse(
        "court", power.isCourts ? "Enter the court" : "Enter the court (section 76(5)(e))")
    }
    if power == .closureNotice {
      content.advice = form.text(
        "advice",
        or:
          "Enter who advises on housing and the law nearby, and how to reach them (section 76(5)(g))",
        limit: 1000)
    }
    if power.runsByTheHour {
      content.authoriser = form.choice("authoriser", or: "Choose who signed or authorised it")
    }
    content.support = SupportOffer(rawValue: fields["support"] ?? "")
    content.supportReason = form.optionalText("support-reason", limit: 1000) ?? ""
    return content
  }

  private static func term(
    _ power: Power, _ fields: Fields, _ form: inout FormReader
  ) -> OrderTerm? {
    let starts = form.day("starts", power.startTitle, fields)
    let ends =
      power.runsByTheHour
      ? form.day("ends", "Day it ends", fields) : form.optionalDay("ends", "Last day", fields)
    guard power.runsByTheHour else {
      return starts.map { OrderTerm(starts: $0, ends: ends) }
    }
    let (begin, end) = (time("start-time", fields, &form), time("end-time", fields, &form))
    guard let starts, let ends, let begin, let end else { return nil }
    return OrderTerm(starts: starts, startMinute: begin, ends: ends, endMinute: end)
  }

  /// What a draft has beyond its term and words.
  private static func fill(
    _ draft: inout OrderDraft?, _ fields: Fields, _ lookups: OrderLookups, _ now: Instant,
    _ form: inout FormReader
  ) {
    guard var filled = draft else { return }
    let power = filled.power
    if filled.term.startsAt > now.adding(seconds: 366 * 86_400) {
      form.refuse("starts-day", "Choose a day within a year")
    }
    filled.isBody = power.target == .personOrBody && form.ticked("body")
    if power.target == .personOrBody { filled.content.isBody = filled.isBody }
    let hasAge = power.target == .person || power.target == .personOrBody && !filled.isBody
    if hasAge {
      filled.born =
        power.kind == .legacy
        ? form.optionalDay("born", "Date of birth", fields)
        : form.day("born", "Date of birth", fields)
      filled.content.born = filled.born?.description ?? ""
    }
    filled.asksYouthTeam = form.ticked("youth-team")
    if filled.content.support == .urgent {
      filled.supportReview = form.optionalDay("support-review", "Day to look again", fields)
    }
    filled.warning = lookups.warning
    if power.isServed { filled.servedAt = moment("served", "Day of service", fields, now, &form) }
    if power == .closureNotice { filled.hearingAt = atTime("hearing", fields, &form) }
    if power == .dispersal { readDispersal(&filled.content, fields, &form) }
    draft = filled
  }

  private static func place(
    _ power: Power, _ lookups: OrderLookups, _ form: inout FormReader
  ) -> KnownPlace? {
    let typed = form.optionalText("place")
    if typed != nil, lookups.place == nil {
      form.refuse("place", "That street or postcode is not known: check it")
    } else if typed == nil, power.coversArea {
      if form.optionalText("area") == nil, power.needsPlace {
        form.refuse("area", "Choose the area it covers, or enter the street or postcode below")
      }
    } else if typed == nil, power.needsPlace {
      form.refuse("place", "Enter the street or postcode")
    }
    return lookups.place
  }

  private static func area(
    _ power: Power, _ lookups: OrderLookups, _ form: inout FormReader
  ) -> StatedArea? {
    guard power.coversArea, form.optionalText("area") != nil else { return nil }
    if lookups.area == nil { form.refuse("area", "Choose an area of the list") }
    return lookups.area
  }
}

extension Power {
  var startTitle: String {
    switch self {
    case .acceptableBehaviour, .communityRemedy: "Day it was agreed"
    case .warning, .protectionWarning: "Day of the warning"
    case .protectionNotice, .closureNotice, .dispersal: "Day it was issued"
    default: "Day it was made"
    }
  }

  var nameTitle: String {
    switch target {
    case .person: "Name of the person"
    case .personOrBody: "Name of the person or body"
    case .premises: "Premises, as the notice names them"
    case .area: "Title of the order"
    }
  }

  fileprivate var nameMissing: String {
    switch target {
    case .person: "Enter the person's name"
    case .personOrBody: "Enter the name of the person or body"
    case .premises: "Enter the premises"
    case .area: "Enter the title of the order"
    }
  }
}
