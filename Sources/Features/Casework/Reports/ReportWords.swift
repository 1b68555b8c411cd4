internal import Database

/// How a report came.
enum ReportChannel: String, CaseIterable, Sendable, Bindable {
  case web
  case phone
  case letter
  case inPerson = "in-person"
  case hateCentre = "hate-centre"
  case housing

  /// Whether somebody of ours heard it from who reports: that they have it was said there and then.
  var isSpoken: Bool {
    switch self {
    case .phone, .inPerson, .hateCentre, .housing: true
    case .web, .letter: false
    }
  }

  /// In words that follow "came".
  var words: String {
    switch self {
    case .web: "through this site"
    case .phone: "by telephone"
    case .letter: "by letter"
    case .inPerson: "in person"
    case .hateCentre: "through a third-party hate reporting centre"
    case .housing: "through a housing officer"
    }
  }
}

/// Where a report stands.
enum ReportState: String, CaseIterable, Sendable, Bindable {
  case new
  case triaged
  case closed
  case withdrawn

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// How much of themselves a reporter gave.
enum ReporterIdentity: String, CaseIterable, Sendable, Codable, Bindable {
  case named
  case confidential
  case anonymous

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// Whether it goes on.
enum ReportCourse: String, CaseIterable, Sendable, Codable, Bindable {
  case now
  case daily
  case weekly
  case sometimes
  case stopped

  var title: String {
    switch self {
    case .now: "It is happening now"
    case .daily: "Most days"
    case .weekly: "Most weeks or weekends"
    case .sometimes: "Now and then"
    case .stopped: "It has stopped"
    }
  }
}

/// Because of what about the person it happened, in their view.
///
/// The five strands that are monitored nationally, and those the partnership counts beside them.
enum HateStrand: String, CaseIterable, Sendable, Codable, Bindable {
  case race
  case religion
  case disability
  case orientation
  case transgender
  case age
  case refugee
  case other

  var title: String {
    switch self {
    case .race: "Race, colour, nationality or ethnic background"
    case .religion: "Religion or belief, or having none"
    case .disability: "Disability"
    case .orientation: "Sexual orientation"
    case .transgender: "Being trans"
    case .age: "Age"
    case .refugee: "Refugee or asylum seeker"
    case .other: "Something else"
    }
  }

  /// Whether it is one of the five strands counted for the whole country.
  var isNational: Bool { !Self.local.contains(self) }

  /// Those that the partnership counts by itself.
  static let local: [HateStrand] = [.age, .refugee, .other]
}

/// What is written in the story of a report.
enum ReportEventKind: String, CaseIterable, Sendable, Bindable {
  /// It was received.
  case received
  /// The reporter added to the diary.
  case diary
  /// The reporter said that it goes on.
  case continues
  /// The reporter withdrew it.
  case withdrawn
  /// Staff told the reporter how it stands.
  case update
  /// Staff told the reporter what came of it.
  case outcome
}
