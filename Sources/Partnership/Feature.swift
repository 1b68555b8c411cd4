public import Access
public import Commands
public import Database
public import HTTP
public import Jobs

/// All that Application sees of a feature.
public struct Feature: Sendable {
  /// Its name, which is also that of its migrations.
  public let name: String
  /// Its schema, step by step.
  public var migrations: [Migration] = []
  /// First parts of the public paths it serves, such as `performance`.
  public var publicSections: Set<String> = []
  /// Where "Leave this page" leads, by the public section at which it may be dangerous to be seen; every
  /// page there has it, those of problems too.
  public var exits: [String: String] = [:]
  /// Answers a public request; `nil` where it has no such page.
  public var publicPages: @Sendable (PublicVisit) throws -> Response? = { _ in nil }
  /// The words of its public pages that may be read in other languages.
  public var publicTexts: [PublicTexts] = []
  /// How many bytes of files a public request may send, by its head.
  ///
  /// Asked on a thread that moves bytes, so it must not take long. Nought where it may send none.
  public var publicUploadBytes: @Sendable (Request, Services) throws -> Int = { _, _ in 0 }
  /// First parts of the staff paths it serves, such as `indicators`.
  public var staffSections: Set<String> = []
  /// Answers a request of the signed-in; `nil` where it has no such page.
  public var staffPages: @Sendable (StaffVisit) throws -> Response? = { _ in nil }
  /// What the audit trail calls the record that an address is of, such as `order/TM-7K42-0931`; `nil` where
  /// it is of none.
  ///
  /// Where somebody asks for it and is shown nothing, that is noted there, whether or not there is such a
  /// record.
  public var record: @Sendable (_ path: [String], Services, Read) throws -> String? = { _, _, _ in
    nil
  }
  /// Its entries in the staff's navigation.
  public var navigation: [NavigationEntry] = []
  /// Pages on which it keeps law as dated data, for the page of the law to name.
  public var law: [NavigationEntry] = []
  /// Its commands.
  public var commands: [Command<Services>] = []
  /// The work it does in the background.
  public var jobs: [JobKind<Services>] = []
  /// What its records can count.
  public var measures: [Measure] = []
  /// Its records as events for analysis: the sources there are now.
  public var events: @Sendable (Read) throws -> [EventSource] = { _ in [] }
  /// What it notes in the audit trail, in words by the action's code.
  public var actions: [String: String] = [:]
  /// What of its records keeps others' records from being deleted; read by an index.
  public var holds: RecordHold.Source = { _, _, _ in [] }
  /// What it keeps about people beside cases and reports, for those who ask for it.
  public var personalData: [PersonalData] = []
  /// What it has for somebody to do, for the list of their work.
  public var dueWork: DueWork.Source = { _, _, _ in [] }
  /// What of its records names a case, for the page of that case.
  public var related: RelatedRecord.Source = { _, _, _, _, _ in [] }
  /// Brings what it counts by area up to date once areas were added or taken away.
  public var areasChanged: @Sendable (Services) throws -> Void = { _ in }
  /// The feature whose demonstration its own rests on, and is filled after; `nil` where it rests on none.
  public var demonstratesAfter: String?
  /// Fills its part of an empty demonstration.
  public var demonstrate: @Sendable (World, Services) throws -> Void = { _, _ in }

  /// A feature with nothing in it yet.
  public init(name: String) { self.name = name }
}

/// One entry of the staff's navigation.
public struct NavigationEntry: Sendable {
  /// What it says.
  public let title: String
  /// Where it leads.
  public let path: String
  /// Paths beside its own under which it is the present place.
  public let others: [String]
  /// Who is shown it.
  public let roles: Set<Role>
  /// What it stands under for those who have many.
  public let group: NavigationGroup

  /// An entry shown to some roles.
  public init(
    _ title: String, path: String, others: [String] = [], roles: Set<Role>,
    group: NavigationGroup = .cases
  ) {
    self.title = title
    self.path = path
    self.others = others
    self.roles = roles
    self.group = group
  }

  /// Whether a page is under this entry, by whole parts of its path.
  ///
  /// Where several entries cover a page, that of the longest path is the present place.
  public func covers(_ page: [String]) -> Bool {
    ([path] + others).contains { page.starts(with: $0.split(separator: "/").map(String.init)) }
  }
}

/// What entries of the navigation stand under, for those who have many.
public enum NavigationGroup: String, Sendable, CaseIterable {
  case cases = "Cases"
  case analysis = "Analysis"
  case plan = "Plan and figures"
  case running = "Running the service"
}
