internal import Access
internal import Database
internal import Design
internal import Documents
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The panel of a case review and its papers: for those who prepare them, and those who sit on it.
struct PanelHandlers {
  let visit: StaffVisit

  private static let crumb = Crumb("Case review panels", ReportsRoute.panels.path)

  private var store: PanelStore { PanelStore(keyring: visit.services.keyring) }
  private var isForm: Bool { visit.request.method == .post }
  private var form: Fields { visit.request.form }
  private var printer: PDFPrinter { PDFPrinter(executable: visit.services.settings.printer) }
  private var mayPrepare: Bool { CaseworkPolicy.allows(.panel, visit.actor) }

  /// The panels the reader sits on.
  func list() throws -> Response {
    guard PanelSeats.sitting.contains(visit.actor.role) else { throw CaseworkProblem.notFound }
    return try visit.read { read in
      let reviews = try PanelSeats.reviews(of: visit.actor.account, read)
      let lines = try reviews.map { review in
        (review: review, isOpen: try desk(review.reference, read).isOpen)
      }
      return visit.page("Case review panels") { PanelListPage(lines: lines) }
    }
  }

  /// The page of the panel: to prepare the papers, or to read them.
  func papers(_ reference: Reference) throws -> Response {
    guard isForm else {
      return try visit.read { read in try shown(desk(reference, read), FormState(), read) }
    }
    return try visit.write { write in
      let desk = try desk(reference, write)
      guard desk.prepares else { throw CaseworkProblem.notFound }
      do {
        return try PanelActs(visit: visit, review: desk.review).carryOut(desk, in: write)
      } catch let refusal as Refusal {
        return try shown(desk, FormState(values: form, refusal: refusal), write)
      }
    }
  }

  /// One page as the record has it, for those who choose what the panel reads of it.
  func page(_ key: String, _ reference: Reference) throws -> Response? {
    guard isForm else {
      return try visit.read { read in
        guard let (desk, page) = try source(key, reference, read) else { return nil }
        visit.shows("casework.review-page-opened", desk.review.subject, ["page": key])
        return one(desk, page, FormState(values: PanelSourcePage.values(page)))
      }
    }
    return try visit.write { write in
      guard let (desk, page) = try source(key, reference, write) else { return nil }
      do {
        let choice = try PanelChoiceForm(form, page.source).choice
        guard form["version"] == String(page.version) else { throw DatabaseError.stale }
        try store.choose(
          choice, for: key, version: page.version, of: desk.review.id, by: visit.actor.account,
          at: visit.now, in: write)
        try visit.record(
          "casework.review-page-chosen", desk.review.subject,
          ["page": key, "choice": choice.treatment.rawValue], in: write)
      } catch let refusal as Refusal {
        return one(desk, page, FormState(values: form, refusal: refusal), status: 422)
      } catch DatabaseError.stale {
        let words = "Somebody else chose for this page meanwhile. Look at it, then send yours again"
        let state = FormState(values: form, refusal: Refusal("treatment", words))
        return one(desk, page, state, status: 409)
      }
      return visit.redirect(to: ReportsRoute.papers(reference).path, saying: "It is chosen")
    }
  }

  /// The papers as PDF; who saved them is on record before they are sent, and on each page.
  func print(_ reference: Reference) throws -> Response? {
    let found = try visit.read { read -> (PanelDesk, PanelStore.Issue)? in
      let desk = try desk(reference, read)
      guard desk.prepares || desk.isOpen, let issue = try store.issued(of: desk.review.id, read)
      else { return nil }
      return (desk, issue)
    }
    guard let (desk, issue) = found else { return nil }
    let paper = PanelPaper(
      review: desk.review, issue: issue, reader: visit.frame.person ?? "",
      partnership: visit.frame.partnership, now: visit.now)
    let pdf = try printer.pdf(of: paper.rendered())
    visit.shows("casework.review-papers-printed", desk.review.subject)
    return .download(pdf, type: "application/pdf", name: "case-review-\(reference).pdf")
  }

  // What is shown

  private func desk(_ reference: Reference, _ read: Read) throws -> PanelDesk {
    guard PanelSeats.sitting.contains(visit.actor.role),
      let desk = try PanelDesk(reference, visit, read)
    else { throw CaseworkProblem.notFound }
    return desk
  }

  private func source(
    _ key: String, _ reference: Reference, _ read: Read
  ) throws -> (PanelDesk, PanelPage)? {
    let desk = try desk(reference, read)
    guard desk.prepares else { throw CaseworkProblem.notFound }
    let pages = try PanelGathering(services: visit.services, review: desk.review).pages(read)
    return pages.first { $0.source.key == key }.map { (desk, $0) }
  }

  private func shown(_ desk: PanelDesk, _ state: FormState, _ read: Read) throws -> Response {
    let issue = try store.issued(of: desk.review.id, read)
    if desk.prepares || desk.isBarred {
      let model = try PanelModel(desk, issue, state, visit, canPrint: printer.isThere, read)
      return framed("Panel and papers", desk, state.refusal) { PanelPreparingPage(model: model) }
    }
    guard desk.isOpen, let issue else { throw CaseworkProblem.notFound }
    visit.shows("casework.review-papers-read", desk.review.subject)
    return framed("Papers of the panel", desk, nil) {
      PanelReadingPage(
        review: desk.review, issue: issue, reader: visit.frame.person ?? "", now: visit.now,
        canPrint: printer.isThere)
    }
  }

  private func one(
    _ desk: PanelDesk, _ page: PanelPage, _ state: FormState, status: Int = 200
  ) -> Response {
    framed(page.source.title, desk, state.refusal, status: status) {
      PanelSourcePage(review: desk.review, page: page, state: state, csrf: visit.frame.csrf)
    }
  }

  private func framed(
    _ title: String, _ desk: PanelDesk, _ refusal: Refusal?, status: Int = 422,
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    let crumbs =
      desk.prepares || desk.isBarred
      ? ReviewHandlers.crumbs
        + [
          Crumb(desk.review.reference.description, ReportsRoute.papers(desk.review.reference).path)
        ]
      : [Self.crumb]
    let page = Page(frame: visit.frame, title: title, crumbs: crumbs, refusal: refusal) {
      ErrorSummary(refusal)
      content()
    }
    return .html(page, status: refusal == nil ? 200 : status == 200 ? 422 : status)
  }
}
