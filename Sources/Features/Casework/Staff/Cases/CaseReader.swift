internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Messages
internal import Partnership

/// What the page of a case shows.
struct CaseModel {
  let file: CaseFile
  let clocks: CaseClocks
  let standard: CaseStandard
  let now: Instant
  let owner: String?
  /// Its first reports, and whether there are more.
  let reports: [Report]
  let hasMoreReports: Bool
  /// What their reporters did that nobody has looked at.
  let notices: [ReporterNotice]
  /// Messages that somebody has to say to those who reported.
  let toSay: [MessageToSay]
  /// What was told in them.
  let told: [ReportDetails]
  let tags: [String]
  let entries: [CaseEntry]
  /// What happened: its entries, and what stands beside its reports.
  let story: [StoryLine]
  /// When it happened, over all its reports.
  let diary: CaseDiary
  let actions: [CaseAction]
  /// Those who suffer or tell of it.
  let people: [CasePerson]
  /// Those complained of, read and shown apart.
  let subjects: [CasePerson]
  let names: [ID<Account>: String]
  let agencies: [Agency]
  let workers: [Person]
  /// Who looked last, and whether others did before.
  let readers: [RecordReading]
  let hasOlderReaders: Bool
  let risk: CaseRiskModel
  let markers: MarkerModel
  let places: WhereModel
  let referrals: [CaseReferral]
  let supports: [CaseSupport]
  let evidence: [EvidenceFile]
  /// The organisations the case was given to, and what they wrote.
  let partners: CasePartners
  /// The cases that were joined to it or parted from it.
  let ties: [CaseTie]
  /// The case under its procedure; `nil` where none is for it.
  let checked: CheckedCase?
  /// Other organisations that may know somebody of it.
  let known: KnownModel
  /// What it was called in the system it came from.
  let carried: CarriedReference?
  /// Who covers the officer today.
  let cover: String?
  /// What other features hold on it.
  let related: [RelatedRecord]
  /// Whether the reader watches it.
  let isWatched: Bool
  let mayGive: Bool
  let reader: ID<Account>
  let csrf: String
  /// The form that was refused, with what was typed.
  let refused: (act: CaseAct, state: FormState)?

  /// Those the reports name who are not among the people yet.
  var toldPeople: [ToldPerson] { ToldPerson.of(told, without: people + subjects) }

  /// What a form shows: what was typed where it was refused, what is kept otherwise.
  func state(of act: CaseAct, _ kept: [(String, String)] = []) -> FormState {
    if let refused, refused.act == act { return refused.state }
    return FormState(values: Fields(kept))
  }

  /// Whether the fold of a form stands open.
  func isOpen(_ act: CaseAct) -> Bool { refused?.act == act }

  func agency(_ id: ID<Organisation>) -> String {
    agencies.first { $0.id == id }?.name ?? "Another organisation"
  }
}

/// Reads a case for its page.
struct CaseReader {
  private static let readersShown = 20

  let visit: StaffVisit

  func model(
    _ reference: Reference, _ refused: (act: CaseAct, state: FormState)?, _ read: Read
  ) throws -> CaseModel {
    let cases = CaseStore(visit.services)
    guard let file = try cases.find(reference, read) else { throw CaseProblem.notFound }
    let people = visit.services.people
    let (reports, hasMoreReports) = try cases.reports(of: file.id, page: 1, read)
    let store = ReportStore(visit.services)
    let entries = try cases.parts.entries(of: file.id, read)
    let (readers, hasOlder) = try RecordReading.latest(
      Self.readersShown, of: file.subject, before: nil, visit.services, read)
    let events = ReportEvents(sealing: store.sealing)
    let story = try StoryLine.all(entries, reports, events, read)
    let seen =
      entries.compactMap(\.account) + story.compactMap(\.account)
    var names: [ID<Account>: String] = [:]
    for id in Set(seen + [file.owner].compactMap(\.self)) {
      names[id] = try people.name(of: id, in: read)?.reveal(for: "page of the case")
    }
    let suffering = try cases.parts.people(
      of: file.id, as: [.complainant, .victim, .witness], read)
    let subjects = try cases.parts.people(of: file.id, as: [.subject], read)
    let cover = try file.owner.flatMap {
      try CoverStore.covers(of: [$0], on: London.day(visit.now), read)[$0]
    }
    return CaseModel(
      file: file, clocks: try cases.parts.clocks(file.clocks, of: file.id, read),
      standard: try StandardStore.standard(at: visit.now, read), now: visit.now,
      owner: file.owner.flatMap { names[$0] }, reports: reports, hasMoreReports: hasMoreReports,
      notices: try ReporterNotices.open(of: reports.map(\.id), read),
      toSay: try MessageToSay.all(
        reports.flatMap {
          try visit.services.outbox.messages(about: "report/\($0.reference)", in: read)
        }.filter(visit.services.outbox.isToSay), read),
      told: try reports.map { try store.details($0, read) },
      tags: try CaseTags.of(file.id, read), entries: entries, story: story,
      diary: try CaseDiary(of: file.id, visit.services.keyring, read),
      actions: try cases.parts.actions(of: file.id, read),
      people: suffering, subjects: subjects, names: names,
      agencies: try people.agencies(read),
      workers: try people.people(CasePolicy.roles(.work), read),
      readers: readers, hasOlderReaders: hasOlder,
      risk: try CaseRiskReader(visit: visit).model(file, read),
      markers: try MarkerReader(visit: visit).model(file, suffering + subjects, read),
      places: try WhereModel(
        file, refused?.act == .place ? visit.request.form : nil, visit.services, read),
      referrals: try ReferralStore(keyring: visit.services.keyring).referrals(of: file.id, read),
      supports: try SupportStore(keyring: visit.services.keyring).supports(of: file.id, read),
      evidence: try EvidenceStore(visit.services).of(file.id, read),
      partners: try CasePartners(file, visit.services, at: visit.now, read),
      ties: try TieStore.ties(of: file, read),
      checked: try CaseRecords.checked([file], at: visit.now, read).first,
      known: KnownModel(
        requests: try KnownRequestStore(keyring: visit.services.keyring).requests(
          of: file.id, read),
        sources: try KnownSourceStore(keyring: visit.services.keyring).all(read)),
      carried: try CarriedReferences.of(file.id, read),
      cover: try cover.flatMap { try people.name(of: $0, in: read) }?.reveal(
        for: "page of the case"),
      related: try visit.related(to: file.reference, read),
      isWatched: try CaseWatch.holds(file.id, by: visit.actor.account, read),
      mayGive: CasePolicy.allows(.allocate, visit.actor), reader: visit.actor.account,
      csrf: visit.frame.csrf, refused: refused)
  }
}
