internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the register and its records, takes shares in and revokes them.
struct ShareHandlers {
  let visit: StaffVisit

  private var store: ShareStore { ShareStore(visit.services) }
  private var today: Day { London.day(visit.now) }
  private var mayShare: Bool { SharingPolicy.allows(.share, visit.actor) }

  func list(_ filter: ShareFilter) throws -> Response {
    try visit.read { read in
      let (records, hasMore) = try store.page(filter, at: visit.now, read)
      let model = SharesModel(
        filter: filter, records: records, hasMore: hasMore,
        agencies: try visit.services.people.agencies(read),
        gateways: try GroundStore.all(read).map(\.ground).filter { $0.part == .gateway },
        agreementsDue: try AgreementStore.due(on: today, read),
        requestsLate: try RequestStore.late(on: today, read), now: visit.now, mayShare: mayShare,
        maySend: SharingPolicy.allows(.send, visit.actor),
        mayKeep: SharingPolicy.allows(.keep, visit.actor))
      return visit.page("Sharing") { SharesPage(model: model) }
    }
  }

  /// The register as a file; it names no person, and that it was saved is on record.
  func file(_ filter: ShareFilter) throws -> Response {
    try visit.read { read in
      let records = try store.all(filter, at: visit.now, read)
      let agencies = try visit.services.people.agencies(read)
      visit.shows("sharing.listed", "sharing", ["rows": String(records.count)])
      return .download(
        ShareTable.csv(records, agencies, at: visit.now), type: "text/csv; charset=utf-8",
        name: "shares-\(today).csv")
    }
  }

  func show(_ reference: Reference) throws -> Response? {
    try visit.read { read in
      guard let record = try store.find(reference, read) else { return nil }
      visit.shows("sharing.read", "share/\(reference)")
      return page(try model(record, read))
    }
  }

  /// The record on one page; that it was saved is on record before it is sent.
  func print(_ reference: Reference, _ format: PrintFormat) throws -> Response? {
    let found = try visit.read { read in
      try store.find(reference, read).map { try model($0, read) }
    }
    guard let model = found else { return nil }
    let document = ShareDocument(model: model, from: visit.frame.partnership)
    let response = try LetterPress(visit.services.settings)
      .print(document, as: format, name: "share-\(reference)")
    visit.shows("sharing.printed", "share/\(reference)", ["format": format.rawValue])
    return response
  }

  func blank(about: Reference?) throws -> Response {
    try visit.read { read in
      try form(
        about: about,
        FormState(values: Fields([("about", about?.description ?? "")])), read)
    }
  }

  func add(about: Reference?) throws -> Response {
    let fields = visit.request.form
    return try visit.write { write in
      let agencies = try visit.services.people.agencies(write)
      let choices = try GroundStore.choices(on: today, write)
      let new: ShareForm
      do throws(Refusal) {
        new = try ShareForm(
          fields, agencies, by: agencies.first { $0.id == visit.actor.organisation },
          choices, today: today)
      } catch {
        return try form(about: about, FormState(values: fields, refusal: error), write)
      }
      let share = try store.add(
        NewShare(
          about: new.about, with: new.recipient, new.terms, by: visit.actor.account, at: visit.now),
        in: write)
      try visit.record(
        "sharing.shared", "share/\(share.reference)", share.trail, in: write)
      return visit.redirect(to: share.path, saying: "The share \(share.reference) is recorded")
    }
  }

  func revoke(_ reference: Reference) throws -> Response? {
    let fields = visit.request.form
    return try visit.write { write in
      guard let record = try store.find(reference, write) else { return nil }
      var shown = try model(record, write)
      guard record.share.isOpen(at: visit.now), !record.share.isKeptByRecord else {
        shown.state = FormState(
          values: fields,
          refusal: Refusal(
            "ending",
            record.share.isKeptByRecord
              ? "It belongs to a case: end it there" : "It has ended already"))
        return page(shown, status: 409)
      }
      let form: RevocationForm
      do throws(Refusal) { form = try RevocationForm(fields) } catch {
        shown.state = FormState(values: fields, refusal: error)
        return page(shown)
      }
      try store.end(record, ShareEnd(visit.now, because: form.reason), in: write)
      try visit.record("sharing.revoked", "share/\(reference)", in: write)
      return visit.redirect(to: record.share.path, saying: "The share is revoked")
    }
  }

  private func model(_ record: ShareRecord, _ read: Read) throws -> ShareModel {
    let people = visit.services.people
    return ShareModel(
      record: record, agencies: try people.agencies(read),
      agreement: try record.share.terms.agreement.flatMap { try AgreementStore.find($0, read) },
      sharer: try record.account.flatMap { try people.name(of: $0, in: read) }?
        .reveal(for: "record of a share"),
      now: visit.now, mayShare: mayShare, formats: LetterPress(visit.services.settings).formats,
      csrf: visit.frame.csrf)
  }

  private func page(_ model: ShareModel, status: Int = 422) -> Response {
    visit.framed("Share \(model.record.share.reference)", model.state.refusal, status: status) {
      SharePage(model: model)
    }
  }

  private func form(about: Reference?, _ state: FormState, _ read: Read) throws -> Response {
    let agencies = try visit.services.people.agencies(read)
    let choices = try GroundStore.choices(on: today, read)
    return visit.framed("Record a share", state.refusal) {
      ShareFormPage(
        about: about, agencies: agencies.filter { $0.id != visit.actor.organisation },
        choices: choices, state: state, csrf: visit.frame.csrf)
    }
  }
}

extension Share {
  /// What the audit trail keeps of it: no words, no name.
  var trail: [String: String] {
    var detail = [
      "fields": terms.fields.stored, "until": terms.lastDay.description,
      "grounds": terms.grounds.map { "\($0.part.rawValue)/\($0.key)" }.joined(separator: " "),
    ]
    if let organisation { detail["organisation"] = organisation.description }
    if let about { detail["about"] = about.description }
    return detail
  }
}
