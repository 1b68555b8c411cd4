internal import Access
internal import Database
public import Design
public import HTTP
internal import Kernel
internal import Markup

/// Answers the page of one wording and its form, for the feature whose wordings they are.
public struct WordingDesk {
  private let visit: StaffVisit
  private let table: WordingTable
  private let fields: [WordingField]
  private let wording: Words
  private let mayWord: Bool

  /// What the feature calls its wordings.
  public struct Words: Sendable {
    let kicker: String
    let caution: String
    let action: String
    let subject: String

    /// - Parameters:
    ///   - kicker: what stands above the title of the page, such as "Wording of a notice".
    ///   - caution: what is said of a wording that came with the program.
    ///   - action: what the audit trail notes of a new version.
    ///   - subject: what it calls a wording, before its key, such as `orders-wording`.
    public init(kicker: String, caution: String, action: String, subject: String) {
      (self.kicker, self.caution) = (kicker, caution)
      (self.action, self.subject) = (action, subject)
    }
  }

  /// One of the wordings: its key in the table, its title, its page and the pages above.
  public struct One {
    let key: String
    let title: String
    let path: String
    let crumbs: [Crumb]

    /// One of the wordings.
    public init(_ key: String, _ title: String, path: String, crumbs: [Crumb]) {
      (self.key, self.title, self.path, self.crumbs) = (key, title, path, crumbs)
    }
  }

  /// A desk of a table; who may not word sees the versions alone.
  public init(
    _ visit: StaffVisit, _ table: WordingTable, naming fields: [WordingField], _ words: Words,
    mayWord: Bool
  ) {
    self.visit = visit
    self.table = table
    self.fields = fields
    self.wording = words
    self.mayWord = mayWord
  }

  private var today: Day { London.day(visit.now) }

  /// Its words, its versions, and the form that words it anew.
  public func show(_ one: One) throws -> Response {
    let versions = try visit.read { try table.versions(of: one.key, $0) }
    let values = WordingForm.values(versions, heading: one.title, today: today)
    return page(one, versions, FormState(values: Fields(values)))
  }

  /// Adds what the form says as a version, or shows the form again.
  public func add(_ one: One) throws -> Response {
    let typed = visit.request.form
    return try visit.write { write in
      let versions = try table.versions(of: one.key, write)
      let new: DatedWording
      do throws(Refusal) {
        new = try WordingForm(typed, after: versions, naming: fields, today: today).wording
      } catch { return page(one, versions, FormState(values: typed, refusal: error)) }
      try table.add(new, of: one.key, by: visit.actor.account, at: visit.now, in: write)
      try visit.record(
        wording.action, "\(wording.subject)/\(one.key)",
        ["version": String(new.version), "from": new.from.description], in: write)
      return visit.redirect(
        to: one.path, saying: "Version \(new.version) is used from \(new.from.words)")
    }
  }

  private func page(_ one: One, _ versions: [DatedWording], _ state: FormState) -> Response {
    let page = Page(
      frame: visit.frame, title: "Wording: \(one.title)", crumbs: one.crumbs,
      refusal: state.refusal
    ) {
      ErrorSummary(state.refusal)
      PageHead(one.title, kicker: wording.kicker)
      WordingSheets(
        versions, naming: fields, today: today, to: mayWord ? one.path : nil,
        caution: wording.caution, in: state, csrf: visit.frame.csrf)
    }
    return .html(page, status: state.refusal == nil ? 200 : 422)
  }
}
