internal import Kernel
internal import Partnership

/// An agreement of the demonstration, its days counted from today.
struct AgreementSketch {
  let title: String
  let purposes: String
  let parties: [AgencyKind]
  let fields: [ShareField]
  let signedBefore: Int
  let reviewIn: Int
  var endedBefore: Int?

  private static let common: [ShareField] = [
    .identity, .contact, .events, .housing, .risk, .places, .files, .allegations,
  ]

  static let all = [
    AgreementSketch(
      title: "Thornmere anti-social behaviour agreement",
      purposes:
        "Made up for the demonstration. To prevent and answer anti-social behaviour together",
      parties: [.council, .police, .housing, .fire, .voluntary], fields: common, signedBefore: 200,
      reviewIn: 165),
    AgreementSketch(
      title: "Thornmere serious violence agreement",
      purposes: "Made up for the demonstration. To prevent serious violence",
      parties: [.council, .police, .health, .probation, .fire],
      fields: common + [.health, .household], signedBefore: 380, reviewIn: -15),
    AgreementSketch(
      title: "Thornmere drug and alcohol pathway",
      purposes: "Made up for the demonstration. To offer treatment to those who want it",
      parties: [.council, .health], fields: [.identity, .contact, .health, .risk],
      signedBefore: 90, reviewIn: 275),
    AgreementSketch(
      title: "Thornmere neighbourhood protocol of old",
      purposes: "Made up for the demonstration. Superseded", parties: [.council, .police],
      fields: common, signedBefore: 700, reviewIn: -335, endedBefore: 200),
  ]
}

/// A share of the demonstration, its days counted from today.
struct ShareSketch {
  var recipient: AgencyKind?
  var outside: String?
  let purpose: String
  let gateway: String
  let basis: String
  var special = ""
  var criminal = ""
  let fields: [ShareField]
  let before: Int
  let days: Int
  var revokedBefore: Int?

  func terms(_ choices: ShareChoices, lastDay: Day) -> ShareTerms {
    ShareTerms(
      words: Sensitive(
        ShareTerms.Words(
          purpose: "Made up for the demonstration: \(purpose)",
          necessity: "Made up for the demonstration: they cannot act without it, and get no more")),
      grounds: [
        choices.ground(.gateway, gateway), choices.ground(.basis, basis),
        choices.ground(.special, special), choices.ground(.criminal, criminal),
      ].compactMap(\.self), fields: fields, agreement: nil, lastDay: lastDay)
  }

  static let all = [
    ShareSketch(
      recipient: .health, purpose: "an offer of support with drink", gateway: "agreed",
      basis: "consent", special: "explicit-consent", fields: [.identity, .contact, .health],
      before: 20, days: 60),
    ShareSketch(
      recipient: .police, purpose: "an application for an order", gateway: "cda-115",
      basis: "part-3", fields: [.identity, .events, .allegations], before: 5, days: 90),
    ShareSketch(
      recipient: .housing, purpose: "a visit to the block together", gateway: "cda-115",
      basis: "public-task", criminal: "unlawful-acts",
      fields: [.identity, .contact, .housing, .allegations], before: 12, days: 30),
    ShareSketch(
      recipient: .probation, purpose: "conditions of a licence", gateway: "offenders",
      basis: "public-task", criminal: "statutory", fields: [.identity, .allegations, .risk],
      before: 40, days: 45),
    ShareSketch(
      recipient: .fire, purpose: "a home safety visit", gateway: "agreed", basis: "consent",
      fields: [.identity, .contact], before: 70, days: 30),
    ShareSketch(
      recipient: .police, purpose: "a serious violence problem profile", gateway: "pcsc-16",
      basis: "public-task", criminal: "unlawful-acts", fields: [.events, .places, .allegations],
      before: 90, days: 60),
    ShareSketch(
      outside: "Sample School", purpose: "keeping a pupil safe on the way home",
      gateway: "serious-harm", basis: "public-task", special: "safeguarding",
      criminal: "safeguarding", fields: [.identity, .household, .health, .allegations], before: 8,
      days: 21),
    ShareSketch(
      outside: "Sample Mediation Service", purpose: "an offer of mediation", gateway: "agreed",
      basis: "consent", fields: [.identity, .contact, .events], before: 33, days: 60,
      revokedBefore: 4),
  ]
}

/// A request of the demonstration, its days counted from today.
struct RequestSketch {
  let kind: DataRequest.Kind
  let asker: AgencyKind
  let wanted: String
  let before: Int
  var answeredAfter: Int?
  var outcome = DataRequest.Outcome.nothing
  var answer = ""

  static let all = [
    RequestSketch(
      kind: .crimeAndDisorder, asker: .police, wanted: "what is known of noise at an address",
      before: 3),
    RequestSketch(
      kind: .crimeAndDisorder, asker: .housing, wanted: "reports about one staircase", before: 25),
    RequestSketch(
      kind: .depersonalised, asker: .fire, wanted: "the quarter’s counts of deliberate fires",
      before: 30),
    RequestSketch(
      kind: .crimeAndDisorder, asker: .probation, wanted: "whether somebody is known",
      before: 60, answeredAfter: 6, outcome: .nothing, answer: "nothing is held"),
    RequestSketch(
      kind: .depersonalised, asker: .health, wanted: "counts for the needs assessment", before: 120,
      answeredAfter: 20, outcome: .sent, answer: "the set of the quarter was sent"),
    RequestSketch(
      kind: .other, asker: .voluntary, wanted: "names of people to invite", before: 80,
      answeredAfter: 30, outcome: .refused, answer: "no power lets it be shared"),
  ]
}
