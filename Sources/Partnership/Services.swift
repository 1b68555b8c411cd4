public import Access
public import Database
public import Jobs
public import Kernel
public import Messages
public import Secrets

/// What every handler, command and job may use.
public struct Services: Sendable {
  /// The database.
  public let database: Database
  /// The time.
  public let clock: Clock
  /// The keys personal data is sealed with.
  public let keyring: Keyring
  /// The audit trail.
  public let audit: Audit
  /// Durable work.
  public let jobs: JobQueue
  /// Messages on their way out.
  public let outbox: Outbox
  /// The partnership's settings.
  public let settings: Settings
  /// What the features' records can count.
  public let measures: [Measure]
  /// The features' records as events for analysis: the sources there are now.
  public let events: @Sendable (Read) throws -> [EventSource]
  /// Who belongs to the partnership.
  public let people: PeopleDirectory
  /// What the features note in the audit trail, in words by the action's code.
  public let actions: [String: String]
  /// The areas of the partnership.
  public let areas: AreaDirectory
  /// Streets and postcodes.
  public let places: PlaceDirectory
  /// The places that stand out.
  public let hotspots: HotspotDirectory
  /// The words of the public pages.
  public let publicTexts: [PublicTexts]
  /// The languages those can be read in.
  public let languages: LanguageDirectory
  /// How notes come into cases.
  public let caseNotes: CaseNotes
  /// What leaves the partnership's record.
  public let shares: ShareRegister
  /// What keeps records from being deleted, whatever their time.
  public let holds: RecordHold.Source
  /// What features keep about people beside cases and reports.
  public let personalData: [PersonalData]
  /// How requests for one's own data reach records that are kept apart.
  public let apart: ApartDirectory
  /// What features have for somebody to do, beside cases and reports.
  public let dueWork: DueWork.Source
  /// What features hold on a case, for its page.
  public let related: RelatedRecord.Source
  /// The cases and reports, for features that name them.
  public let cases: CaseDirectory
  /// Where features keep law as dated data.
  public let law: [NavigationEntry]
  /// The jobs that seal anew what was sealed under an older key.
  public let resealing: [String]

  /// The services of one process.
  public init(
    database: Database, clock: Clock, keyring: Keyring, audit: Audit, jobs: JobQueue,
    settings: Settings, measures: [Measure],
    events: @escaping @Sendable (Read) throws -> [EventSource] = { _ in [] },
    people: PeopleDirectory = .empty,
    actions: [String: String] = [:], areas: AreaDirectory = .empty,
    places: PlaceDirectory = .empty, hotspots: HotspotDirectory = .empty,
    caseNotes: CaseNotes = .none,
    publicTexts: [PublicTexts] = [], languages: LanguageDirectory = .empty,
    shares: ShareRegister = .empty,
    holds: @escaping RecordHold.Source = { _, _, _ in [] }, personalData: [PersonalData] = [],
    apart: ApartDirectory = .none,
    dueWork: @escaping DueWork.Source = { _, _, _ in [] },
    related: @escaping RelatedRecord.Source = { _, _, _, _, _ in [] },
    cases: CaseDirectory = .none,
    law: [NavigationEntry] = [],
    resealing: [String] = [], carriers: [Carrier] = []
  ) {
    self.database = database
    self.clock = clock
    self.keyring = keyring
    self.audit = audit
    self.jobs = jobs
    outbox = Outbox(keyring: keyring, jobs: jobs, carriers: carriers)
    self.settings = settings
    self.measures = measures
    self.events = events
    self.people = people
    self.actions = actions
    self.areas = areas
    self.places = places
    self.hotspots = hotspots
    self.caseNotes = caseNotes
    self.publicTexts = publicTexts
    self.languages = languages
    self.shares = shares
    self.holds = holds
    self.personalData = personalData
    self.apart = apart
    self.dueWork = dueWork
    self.related = related
    self.cases = cases
    self.law = law
    self.resealing = resealing
  }
}

/// The settings of one process, read from the environment and the command line.
public struct Settings: Sendable {
  /// The address people type, such as `https://safety.example.org`; decides the cookies' names.
  public var publicURL = "http://127.0.0.1:8080"
  /// Addresses of proxies whose `X-Forwarded-For` is believed.
  public var trustedProxies: [String] = []
  /// Who may read `/metrics`; loopback when empty.
  public var metricsReaders: [String] = []
  /// The folder uploads wait in until their job has read them.
  public var uploads = "hamlet-uploads"
  /// The folder evidence is kept in, sealed.
  public var files = "hamlet-files"
  /// The socket of ClamAV's daemon; none unless set.
  public var scanner: String?
  /// The `hamlet-reader` executable.
  public var reader = "hamlet-reader"
  /// The `weasyprint` executable, which makes PDF files; without it pages are printed by browsers.
  public var printer = "weasyprint"
  /// The `pandoc` executable, which makes DOCX files.
  public var pandoc = "/usr/bin/pandoc"
  /// Whether a second factor is required of every account.
  public var requiresSecondFactor = false
  /// Minutes without a request after which a session ends.
  public var sessionIdleMinutes = 30
  /// Hours after which a session ends, however busy.
  public var sessionHours = 12
  /// The letters references begin with, 2 or 3 capitals, such as `TM` in `TM-7K42-0931`.
  public var letters = "TM"
  /// The mail server messages leave by; none unless set.
  public var mail: MailServer?
  /// The service of GOV.UK Notify messages leave by; none unless set.
  public var notify: NotifyService?
  /// Where pictures below maps come from; none unless set.
  public var tiles: TileServer?
  /// Whether public pages can be seen in languages nobody speaks, to find what breaks in others.
  public var hasPseudoLanguages = false

  /// The defaults.
  public init() {}

  /// Whether people reach the service over TLS.
  public var isSecure: Bool { publicURL.hasPrefix("https://") }
}
