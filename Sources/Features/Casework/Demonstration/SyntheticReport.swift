internal import Access
internal import Kernel
internal import Partnership

/// One made-up report of something that happened in the demonstration's borough.
struct SyntheticReport {
  private let incident: WorldIncident
  private let place: ReportPlace?
  private let number: Int

  init(_ incident: WorldIncident, _ place: ReportPlace?, number: Int) {
    self.incident = incident
    self.place = place
    self.number = number
  }

  static func isReported(_ category: String) -> Bool {
    ["Anti-social behaviour", "Drugs", "Criminal damage and arson"].contains(category)
  }

  /// The report and when it came, before a day.
  func draw(
    taker: Person?, until today: Day, _ generator: inout SeededGenerator
  ) -> (new: NewReport, at: Instant) {
    let kind = kind(&generator)
    let isHate = kind.isHate || Int.random(in: 0..<25, using: &generator) == 0
    let strand = isHate ? HateStrand.allCases.randomElement(using: &generator) : nil
    let identity = identity(&generator)
    var new = NewReport(
      kind: kind, identity: identity, place: place,
      course: ReportCourse.allCases.randomElement(using: &generator),
      occasions: occasions(&generator), strands: Set([strand].compactMap(\.self)),
      story: Sensitive(story(kind, &generator)), reporter: Sensitive(reporter(identity)))
    new.channel = channel(isHate, &generator)
    if new.channel != .web {
      new.takenBy = taker?.id
      new.organisation = taker?.organisation
    }
    return (new, received(today, &generator))
  }

  private func story(_ kind: ReportKind, _ generator: inout SeededGenerator) -> ReportStory {
    let told = SyntheticWords.narratives[kind.id] ?? SyntheticWords.other
    var story = ReportStory()
    story.narrative = "Made-up report \(number): " + (told.randomElement(using: &generator) ?? "")
    story.placeWords = place?.name ?? ""
    story.flags = ReportFlag.found(in: [story.narrative])
    if kind.exception != nil { story.exception = .applies }
    if Int.random(in: 0..<6, using: &generator) == 0 {
      story.circumstances = [Circumstance.allCases.randomElement(using: &generator) ?? .alone]
      story.effect = "We cannot sleep."
    }
    return story
  }

  private func kind(_ generator: inout SeededGenerator) -> ReportKind {
    let isNight = incident.minute >= 1380 || incident.minute < 420
    let ids: [String] =
      switch incident.category {
      case "Drugs": ["drugs"]
      case "Criminal damage and arson": ["vandalism", "vandalism", "litter"]
      case _ where isNight:
        ["night-noise", "night-noise", "rowdy", "threatening", "street-drinking"]
      default:
        [
          "rowdy", "litter", "street-drinking", "vehicles", "begging", "threatening", "hate",
          "children-playing", "gardens", "gathering", "other",
        ]
      }
    return ReportKind.of(ids.randomElement(using: &generator) ?? "other")
  }

  private func occasions(_ generator: inout SeededGenerator) -> [Occasion] {
    let minutes = OccasionForm.lengths.randomElement(using: &generator)
    let count = [1, 1, 1, 2, 3].randomElement(using: &generator) ?? 1
    return (0..<count).reversed().map { back in
      Occasion(
        day: incident.day.adding(days: -7 * back), hour: incident.minute / 60, minutes: minutes)
    }
  }

  private func identity(_ generator: inout SeededGenerator) -> ReporterIdentity {
    let choices: [ReporterIdentity] = [.named, .named, .confidential, .confidential, .anonymous]
    return choices.randomElement(using: &generator) ?? .anonymous
  }

  /// Numbers are of the range kept for drama, and addresses of a domain that cannot be.
  private func reporter(_ identity: ReporterIdentity) -> Reporter {
    guard identity != .anonymous else { return Reporter() }
    // Some of them report again.
    let person = number * 7919 % 400
    var reporter = Reporter()
    reporter.name = SyntheticPeople.name(person)
    reporter.phone = "07700 900" + String(String(1000 + person).suffix(3))
    reporter.email = "resident\(person)@thornmere.example"
    reporter.way = ContactWay.allCases[person % 3]
    return reporter
  }

  private func channel(_ isHate: Bool, _ generator: inout SeededGenerator) -> ReportChannel {
    if isHate, Bool.random(using: &generator) { return .hateCentre }
    return switch Int.random(in: 0..<100, using: &generator) {
    case ..<72: .web
    case ..<86: .phone
    case ..<89: .letter
    case ..<93: .inPerson
    default: .housing
    }
  }

  /// Most people report within two days, by day and in the evening.
  private func received(_ today: Day, _ generator: inout SeededGenerator) -> Instant {
    let delay = [0, 0, 1, 1, 2, 4].randomElement(using: &generator) ?? 0
    let day = min(incident.day.adding(days: delay), today.adding(days: -1))
    let hour = [8, 9, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]
      .randomElement(using: &generator)
    let earliest = day == incident.day ? min(incident.minute + 5, 1439) : 0
    let minute = (hour ?? 12) * 60 + Int.random(in: 0..<60, using: &generator)
    return London.instant(day, minute: max(minute, earliest))
  }
}
