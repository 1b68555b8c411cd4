import Access
import Commands
import Database
import Design
import Documents
import HTTP
import Kernel
import Markup
import Partnership
import Secrets

/// Reads a plan in from an uploaded file: first what it does, then, on request, the doing.
///
/// Between the two the table waits in the page itself, so that nothing of it is kept before.
struct PlanImportHandlers {
  private let desk: PlanDesk
  private let slug: String
  private var visit: StaffVisit { desk.visit }

  init(_ desk: PlanDesk, _ slug: String) {
    self.desk = desk
    self.slug = slug
  }

  func show() throws -> Response? {
    try visit.read { try desk.plan(slug, in: $0) }.map { page($0, FormState(), nil, status: 200) }
  }

  func act() throws -> Response? {
    guard let plan = try visit.read({ try desk.plan(slug, in: $0) }) else { return nil }
    do {
      let source = try source()
      let table = try PlanTable(source.rows, file: source.name)
      let reading = try visit.write { write -> PlanReading? in
        guard let plan = try desk.plan(slug, in: write) else { return nil }
        let reader = PlanReader(
          services: visit.services, author: desk.office, account: visit.actor.account,
          now: visit.now)
        let reading = try reader.read(table, source, into: plan, in: write)
        guard visit.request.form["act"] == "save" else {
          let members = try MembershipStore.all(of: plan.id, in: write)
          throw try Looked(
            seen: PlanImportPage.Seen(
              table: PlanTableText.write(source.rows), reading: reading,
              titles: Dictionary(uniqueKeysWithValues: members.map { ($0.id, $0.title) })))
        }
        return reading
      }
      return reading.map {
        visit.redirect(
          to: IndicatorRoute.plan(slug).path,
          saying: "The file is read in: \($0.report.added) added, \($0.report.changed) changed")
      }
    } catch let looked as Looked {
      return page(plan, FormState(), looked.seen, status: 200)
    } catch let problem as InputRefused {
      let refusal = Refusal("file", problem.message)
      return page(plan, FormState(refusal: refusal), nil, status: 422)
    } catch let problem as ReaderProblem {
      return page(
        plan, FormState(refusal: Refusal("file", problem.message)), nil, status: 422)
    }
  }

  /// Ends the transaction of a file that is only looked at.
  private struct Looked: Error {
    let seen: PlanImportPage.Seen
  }

  /// The file that was sent, or the table that waits in the page.
  private func source() throws -> FigureSource {
    if let file = visit.request.files.first(where: { $0.field == "file" }), file.size > 0 {
      // The sender's name of the file may say whose it is, and is not kept.
      let name = WaitingUpload.name(1, of: file.name, endings: [".csv", ".xlsx", ".ods"])
      return try FigureSource(
        file.path, named: name, reader: visit.services.settings.reader)
    }
    guard let text = visit.request.form["table"], !text.isEmpty else {
      throw InputRefused(file: "No file", reason: "choose the file of the plan.")
    }
    return FigureSource(
      name: "uploaded table", sha256: SHA256.hash(Array(text.utf8)).hexadecimal,
      rows: try PlanTableText.read(text))
  }

  private func page(
    _ plan: Plan, _ state: FormState, _ seen: PlanImportPage.Seen?, status: Int
  ) -> Response {
    .html(
      Page(
        frame: visit.frame, title: "Read \(plan.title) from a file", crumbs: PlanCrumbs.of(plan),
        refusal: state.refusal
      ) {
        PlanImportPage(plan: plan, seen: seen, state: state, csrf: visit.frame.csrf)
      }, status: status)
  }
}

/// A table as text, while it waits in a page.
enum PlanTableText {
  /// Forms of more bytes are not taken by the server; a plan is far smaller.
  static let mostBytes = 400_000

  static func write(_ rows: [(line: Int, values: [String])]) throws -> String {
    var csv = CSVWriter()
    for row in rows { csv.row([.integer(row.line)] + row.values.map(CSVWriter.Value.text)) }
    guard csv.bytes.count <= mostBytes else {
      throw InputRefused(
        file: "The file", reason: "it is too large for a page: use hamlet plan import.")
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  static func read(_ text: String) throws -> [(line: Int, values: [String])] {
    var rows: [(line: Int, values: [String])] = []
    var reader = CSVReader(maximumRecord: 65_536, maximumFields: 100)
    func keep(_ record: CSVRecord) {
      let texts = record.texts
      if let line = texts.first.flatMap({ Int($0) }) {
        rows.append((line, Array(texts.dropFirst())))
      }
    }
    do {
      try Array(text.utf8).withUnsafeBytes { try reader.read($0, keep) }
      try reader.finish(keep)
    } catch let problem as CSVProblem {
      throw InputRefused(
        file: "uploaded table", line: problem.line, column: problem.column, reason: problem.reason)
    }
    return rows
  }
}
