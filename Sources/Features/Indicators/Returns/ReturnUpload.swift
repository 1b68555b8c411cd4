import Access
import Database
import Design
import Documents
import HTTP
import Kernel
import Markup
import Partnership
import Secrets

/// Reads a return that was sent, shows what it would change, and keeps it once confirmed.
struct ReturnUpload {
  private let handlers: ReturnHandlers
  private var visit: StaffVisit { handlers.visit }

  init(_ visit: StaffVisit) { handlers = ReturnHandlers(visit) }

  /// Reads the file; where nothing is wrong with it, it waits to be confirmed.
  func receive(_ place: FiguresPlace, _ key: String) throws -> Response? {
    guard let expected = try visit.read({ try handlers.open(place, key, in: $0) }) else {
      return nil
    }
    guard let file = visit.request.files.first(where: { $0.field == "file" }), file.size > 0 else {
      return try refused(place, key, ["Choose the form you filled in"])
    }
    let reading: ReturnReading
    do {
      reading = try read(file, expected)
    } catch let problem as ReaderProblem {
      let words = problem.words(for: expected)
      return try refused(place, key, [words], status: problem.status)
    }
    guard reading.wrong.isEmpty else { return try refused(place, key, reading.wrong) }
    let sha256 = try hash(of: file.path)
    let isKept = try handlers.desk.change(place) { write -> Bool in
      guard let plan = try handlers.desk.plan(place, in: write),
        let expected = try handlers.open(place, key, in: write)
      else { return false }
      let found = try ReturnStore.ensure(expected, plan.id, at: visit.now, in: write)
      try ReturnStore.keep(
        reading.answers, file: file.name, sha256: sha256, of: found.id,
        by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        "indicators.return-read", "return/\(found.id)",
        ["agency": key, "period": place.period.description, "sha256": sha256], in: write)
      return true
    }
    return isKept ? .redirect(to: FiguresRoute.confirm(place, key).path) : nil
  }

  /// Shows what a file that waits would change.
  func preview(_ place: FiguresPlace, _ key: String) throws -> Response? {
    let found = try visit.read { try waiting(place, key, in: $0) }
    guard let found else {
      return try visit.read { try handlers.open(place, key, in: $0) }.map { _ in
        .redirect(to: FiguresRoute.agency(place, key).path)
      }
    }
    return page(place, found, FormState(), status: 200)
  }

  /// Keeps the figures of a file that waits, all or none.
  func confirm(_ place: FiguresPlace, _ key: String) throws -> Response? {
    var form = FormReader(visit.request.form)
    let reason = form.optionalText("reason", limit: 500)
    let posted = visit.request.form
    let result = try handlers.desk.change(place) { write -> (Waiting, Bool)? in
      guard let found = try waiting(place, key, in: write) else { return nil }
      if posted["draft"] != found.draft.id.description || posted["mark"] != found.changes.mark {
        form.refuse(
          "", "What is held or the file that waits changed meanwhile: check what is shown now")
      } else if !found.changes.changed.isEmpty, reason == nil {
        form.refuse("reason", "Say why figures change")
      }
      guard form.refused.isEmpty else { return (found, false) }
      try keep(found, place, reason: reason, in: write)
      return (found, true)
    }
    guard let (found, isKept) = result else { return nil }
    guard isKept else {
      let isStale = form.refused.contains { $0.field.isEmpty }
      let state = FormState(values: posted, refusal: Refusal(form.refused))
      return page(place, found, state, status: isStale ? 409 : 422)
    }
    let count = found.changes.added.count + found.changes.changed.count
    return visit.redirect(
      to: FiguresRoute.agency(place, key).path,
      saying: "The return is received: \(count) \(count == 1 ? "figure" : "figures") kept")
  }

  private struct Waiting {
    let expected: ExpectedReturn
    let record: PartnerReturn
    let draft: ReturnDraft
    let changes: ReturnChanges
  }

  private func waiting(
    _ place: FiguresPlace, _ key: String, in read: Read
  ) throws -> Waiting? {
    guard let expected = try handlers.open(place, key, in: read), let record = expected.record,
      let draft = try ReturnStore.draft(of: record.id, in: read)
    else { return nil }
    return Waiting(
      expected: expected, record: record, draft: draft,
      changes: ReturnChanges(draft.lines, expected))
  }

  private func keep(
    _ found: Waiting, _ place: FiguresPlace, reason: String?, in write: Write
  ) throws {
    let source = Provenance.imported(file: found.draft.file, sha256: found.draft.sha256)
    let changes = found.changes
    for change in changes.added + changes.changed {
      try ObservationStore.record(
        NewObservation(
          indicator: change.line.member.indicator, period: change.line.period,
          amount: change.amount, provenance: source,
          reason: change.line.standing == nil ? nil : reason),
        at: visit.now, in: write)
    }
    for line in found.expected.lines {
      let held = try ObservationStore.find(line.member.indicator, line.period, in: write)
      try ReturnStore.note(line, held?.id, of: found.record.id, in: write)
    }
    try ReturnStore.receive(
      found.record, found.draft, by: visit.actor.account, at: visit.now, in: write)
    let touched = Set((changes.added + changes.changed).map(\.line.member.indicator))
    let withdrawn = try SignOffStore.withdraw(
      touched, place.period.months, reason: "A return changed figures after the sign-off",
      at: visit.now, in: write)
    for one in withdrawn {
      try visit.record(
        "indicators.sign-off-withdrawn", SignOffStore.subject(one.priority),
        ["period": one.period.description], in: write)
    }
    try visit.record(
      "indicators.return-received", "return/\(found.record.id)",
      [
        "period": place.period.description, "new": String(changes.added.count),
        "changed": String(changes.changed.count), "unchanged": String(changes.unchanged.count),
        "sha256": found.draft.sha256,
      ], in: write)
  }

  private func read(_ file: UploadedFile, _ expected: ExpectedReturn) throws -> ReturnReading {
    let reader = ReaderProcess(executable: visit.services.settings.reader)
    let sheets = try reader.sheets(of: file.path)
    let read = sheets.map { $0.rows.map(ReturnReading.SheetRow.init) }
    return ReturnReading(read.first(where: ReturnReading.isForm) ?? [], expected)
  }

  private func hash(of path: String) throws -> String {
    var whole = SHA256()
    try FileBytes.read(path) { whole.update($0) }
    return whole.finish().hexadecimal
  }

  private func refused(
    _ place: FiguresPlace, _ key: String, _ messages: [String], status: Int = 422
  ) throws -> Response? {
    let shown = messages.prefix(ReturnReading.mostWrong).map {
      Refusal.Entry(field: "file", message: $0)
    }
    return try handlers.page(place, key, refusal: Refusal(Array(shown)), status: status)
  }

  private func page(
    _ place: FiguresPlace, _ found: Waiting, _ state: FormState, status: Int
  ) -> Response {
    .html(
      Page(
        frame: visit.frame, title: "Check the return of \(found.expected.agency.name)",
        crumbs: handlers.crumbs(place), refusal: state.refusal
      ) {
        ConfirmPage(
          expected: found.expected, draft: found.draft, changes: found.changes, state: state,
          csrf: visit.frame.csrf)
      }, status: status)
  }
}

extension ReaderProblem {
  /// The problem as one of a return: a file that is no workbook is not this return's.
  fileprivate func words(for expected: ExpectedReturn) -> String {
    let form = "the form for \(expected.agency.name), \(expected.period.words)"
    switch self {
    case .notKnown, .unsafe, .absent, .misplaced, .noLayer:
      return "This file is not the workbook of this return. Download \(form), fill that in and "
        + "send it."
    case .damaged, .crashed, .tooSlow, .tooLarge:
      return "This file cannot be read as the workbook of this return: it is damaged or another "
        + "file. Save \(form) once more, or download it again, and send that."
    case .locked, .unavailable: return message
    }
  }
}
