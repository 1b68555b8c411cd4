internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Makes sets of depersonalised data, and takes down that they were sent.
struct SetHandlers {
  /// How many quarters are offered, the last whole one first.
  static let quarters = 4

  let visit: StaffVisit

  private var today: Day { London.day(visit.now) }

  func list() throws -> Response { try visit.read { try page(FormState(), $0) } }

  /// One set as a file; that it was saved is on record before it is sent.
  func file(_ quarter: Quarter, _ key: String) throws -> Response? {
    try visit.read { read in
      guard let source = try visit.services.events(read).first(where: { $0.key == key }),
        quarter < today.month.quarter,
        let set = try DepersonalisedSet(quarter, of: source, visit.services, read)
      else { return nil }
      visit.shows("sharing.set-saved", "share-set/\(quarter)", ["source": key])
      return .download(
        set.csv(), type: "text/csv; charset=utf-8",
        name: "section-17a-\(key)-\(Period.quarter(quarter).slug).csv")
    }
  }

  func sent() throws -> Response {
    let fields = visit.request.form
    return try visit.write { write in
      let offered = try Self.offered(visit.services, today: today, write)
      let agencies = try visit.services.people.agencies(write)
      let form: SentForm
      do throws(Refusal) {
        form = try SentForm(
          fields, offered, agencies, today: today)
      } catch { return try page(FormState(values: fields, refusal: error), write) }
      try SetStore.send(form.sent, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "sharing.set-sent", "share-set/\(form.sent.quarter)",
        [
          "source": form.sent.source,
          "recipients": form.sent.recipients.map(\.description).joined(separator: " "),
        ], in: write)
      return visit.redirect(to: SharingRoute.sets.path, saying: "The set is marked as sent")
    }
  }

  private func page(_ state: FormState, _ read: Read) throws -> Response {
    let offered = try Self.offered(visit.services, today: today, read)
    let first = today.month.quarter.adding(quarters: -Self.quarters)
    let model = SetsModel(
      offered: offered, sent: try SetStore.sent(since: first, read),
      agencies: try visit.services.people.agencies(read), today: today, state: state,
      csrf: visit.frame.csrf)
    let crumbs = SharingPolicy.allows(.see, visit.actor) ? [SharingHandlers.crumb] : []
    return visit.framed("Sets of data", crumbs: crumbs, state.refusal) { SetsPage(model: model) }
  }

  /// The sets there are: of each whole quarter, those of the sources that cover it.
  static func offered(
    _ services: Services, today: Day, _ read: Read
  ) throws -> [OfferedSet] {
    let sources = try services.events(read)
    let months = try sources.map { try $0.months(read) }
    return (1...quarters).flatMap { back -> [OfferedSet] in
      let quarter = today.month.quarter.adding(quarters: -back)
      return zip(sources, months).compactMap { source, months in
        guard let months, months.contains(quarter.firstMonth), months.contains(quarter.lastMonth)
        else { return nil }
        return OfferedSet(quarter: quarter, key: source.key, title: source.title)
      }
    }
  }
}

/// A set that can be made.
struct OfferedSet: Equatable, Sendable {
  let quarter: Quarter
  /// The key of the source.
  let key: String
  let title: String

  var due: Day { DepersonalisedSet.due(of: quarter) }
  /// What a form says of it.
  var value: String { "\(Period.quarter(quarter).slug)/\(key)" }
}

/// A set was sent, to whom and when.
struct SentForm {
  let sent: SetStore.Sent

  init(
    _ fields: Fields, _ offered: [OfferedSet], _ agencies: [Agency], today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let set = offered.first { $0.value == fields["set"] }
    if set == nil { form.refuse("set", "Choose the set that was sent") }
    let chosen = Set(fields.all("recipients"))
    let recipients = agencies.map(\.id).filter { chosen.contains($0.description) }
    if recipients.isEmpty { form.refuse("recipients", "Choose who it was sent to") }
    let day = form.day("sent", "Day it was sent", fields)
    if let day, day > today { form.refuse("sent-day", "Choose today or an earlier day") }
    if let day, let set, day <= set.quarter.lastMonth.lastDay {
      form.refuse("sent-day", "Choose a day after the quarter has ended")
    }
    try form.finish()
    guard let set, let day else { throw Refusal("", "Fill in the form again") }
    sent = SetStore.Sent(quarter: set.quarter, source: set.key, day: day, recipients: recipients)
  }
}
