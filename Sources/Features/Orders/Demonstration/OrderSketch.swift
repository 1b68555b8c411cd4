internal import Kernel
internal import Partnership

/// How many orders of a power the demonstration makes, and what they say.
struct OrderSketch {
  let power: Power
  let count: Int
  var issuer: AgencyKind?
  /// Months it lasts; `nil` of what has no end or runs by the hour.
  var months: Int?
  var hours: Int?
  let says: String
  var takesYoung = false

  static let streets = [
    "Station Place", "Northgate Market", "Ropewalk", "Millwharf Park", "Wherry Quay",
    "Stepbridge High Street",
  ]

  static let all = [
    OrderSketch(
      power: .warning, count: 20, issuer: .council,
      says: "Stop gathering in the stairwells at night",
      takesYoung: true),
    OrderSketch(
      power: .acceptableBehaviour, count: 18, issuer: .housing, months: 6,
      says: "Not to shout or play loud music after 11pm", takesYoung: true),
    OrderSketch(
      power: .communityRemedy, count: 6, issuer: .police,
      says: "To clean the painted shutters with the caretaker", takesYoung: true),
    OrderSketch(
      power: .protectionWarning, count: 14, issuer: .council,
      says: "Stop leaving waste in the shared yard"),
    OrderSketch(
      power: .protectionNotice, count: 12, issuer: .council, months: 12,
      says: "Not to leave waste in the shared yard"),
    OrderSketch(
      power: .publicSpaces, count: 4, issuer: .council, months: 36,
      says: "Not to drink alcohol when asked to stop; not to use nitrous oxide"),
    OrderSketch(
      power: .closureNotice, count: 6, issuer: .police, hours: 24,
      says: "Nobody but those who live there enters the flat"),
    OrderSketch(
      power: .closureOrder, count: 6, issuer: .police, months: 3, says: "Nobody enters the flat"),
    OrderSketch(
      power: .dispersal, count: 12, issuer: .police, hours: 24,
      says: "To leave the town centre and stay away", takesYoung: true),
    OrderSketch(
      power: .injunction, count: 9, issuer: .housing, months: 12,
      says: "Not to go to the address of the people named", takesYoung: true),
    OrderSketch(
      power: .criminalBehaviour, count: 7, issuer: .police, months: 24,
      says: "Not to enter the shops named; to meet the treatment worker each week",
      takesYoung: true),
    OrderSketch(
      power: .antisocialBehaviourOrder, count: 2, issuer: .council, months: 24,
      says: "Not to go to Station Place"),
    OrderSketch(
      power: .dispersal2003, count: 1, issuer: .police, months: 6, says: "The area of the station"),
    OrderSketch(
      power: .expeditedPublicSpaces, count: 2, issuer: .council, months: 6,
      says: "Not to hold up pupils and staff at the gates of the school"),
    OrderSketch(
      power: .possession, count: 3, issuer: .housing, says: "To give up possession of the flat"),
  ]

  func draft(on day: Day, number: Int) -> OrderDraft {
    let legacy = power.kind == .legacy
    let starts = legacy ? Day(year: 2012, month: 5, day: 1 + number % 28) ?? day : day
    var term = OrderTerm(starts: starts)
    if let months { term.ends = StatutoryPeriod.lastDay(ofMonths: months, beginningWith: starts) }
    if let hours {
      term.startMinute = 14 * 60
      term.ends = starts.adding(days: hours / 24)
      term.endMinute = 14 * 60
    }
    var draft = OrderDraft(power: power, term: term)
    draft.content.name = name(number)
    draft.content.prohibitions = says
    draft.content.evidence = "Made up for the demonstration: two reports and a visit by an officer"
    draft.content.tests = power.tests.map(\.key)
    if power.runsByTheHour { draft.content.authoriser = .inspector }
    if power.isCourts {
      let isCivil = power == .injunction || power == .possession
      draft.content.court = "Thornmere \(isCivil ? "County Court" : "Magistrates' Court")"
    }
    if power.target == .area {
      draft.content.rights = "Peaceful assembly and protest are not restricted"
      draft.content.consultees =
        "Thornmere Constabulary, the Commissioner, residents of both streets"
    }
    if power == .dispersal {
      draft.content.authorisedFrom = term.startsAt.adding(seconds: -3600).description
      draft.content.authorisedTo = term.startsAt.adding(seconds: 47 * 3600).description
    }
    if power == .closureNotice {
      draft.content.court = "Thornmere Magistrates' Court"
      draft.content.advice = "Thornmere Council housing advice (made up), 020 7946 0100"
    }
    if power.isServed { draft.servedAt = term.startsAt.adding(seconds: 1800) }
    if power == .closureNotice { draft.hearingAt = term.startsAt.adding(seconds: 44 * 3600) }
    return draft
  }

  func makeYoung(_ draft: inout OrderDraft, _ place: Int) {
    draft.asksYouthTeam = true
    draft.content.support = place % 8 == 1 ? .accepted : .declined
    draft.content.supportReason = "A youth worker met them and their family"
  }

  private func name(_ number: Int) -> String {
    let firsts = ["Alder", "Birch", "Cedar", "Elm", "Hazel", "Holly", "Rowan", "Willow"]
    return switch power.target {
    case .person, .personOrBody: "\(firsts[number % firsts.count]) Sample-\(number)"
    case .premises: "Flat \(number), Sample House"
    case .area: "Sample order \(number)"
    }
  }
}
