internal import Database
internal import Design
internal import Documents
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What a conference showed to whom: the list, and one record on a page, for those who lead it.
struct ShareHandlers {
  let desk: Desk

  private var printer: PDFPrinter {
    PDFPrinter(executable: desk.services.settings.printer)
  }

  func list(_ key: String, _ page: Int) throws -> Response {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .shares, read).kind
      let found = try ConferenceShareStore.page(page, of: key, read)
      let names = try desk.names(read)
      desk.shows("shares-read", kind)
      return desk.page("Shown to whom", crumbs: desk.crumbs(kind)) {
        PageHead(
          "Shown to whom", kicker: kind.title,
          lede: kind.isApart
            ? "What questions of this conference showed, the latest first. It stands in no other list."
            : "What questions of this conference showed, the latest first. It stands in the register of "
              + "shares too.")
        ShareRows(
          kind: kind, shares: found.shares, names: names, now: desk.now,
          empty: "Nobody was asked yet.")
        Turning(page: page, hasMore: found.hasMore) {
          ConferencesRoute.shares(key, page: $0).path
        }
      }
    }
  }

  func show(_ key: String, _ id: ID<ConferenceShare>) throws -> Response? {
    guard let model = try model(key, id) else { return nil }
    desk.shows("share-read", model.kind, model.detail)
    return desk.page("Record of what was shown", crumbs: desk.crumbs(model.kind)) {
      Handling(note: "\(model.kind.title). Every reader is recorded.")
      PageHead("Record of what was shown", kicker: model.kind.title) {
        if printer.isThere {
          LinkButton(
            "Print as PDF", to: ConferencesRoute.shareFile(key, id.rawValue).path, style: .line)
        }
      }
      Sheet(mark: .river) {
        SummaryList(model.rows.map { (key: $0.0, value: $0.1, change: nil) })
      }
    }
  }

  /// As PDF; who printed it is on record before it is sent, and on the page.
  func print(_ key: String, _ id: ID<ConferenceShare>) throws -> Response? {
    guard let model = try model(key, id) else { return nil }
    let reader = desk.visit.frame.person ?? ""
    let paper = MarkedPaper(
      "Record of what was shown", by: desk.visit.frame.partnership, reader: reader,
      mark: "\(reader), \(London.words(desk.now)). \(model.kind.title)."
    ) {
      Sheet("Record of what was shown") {
        DataTable(
          caption: "Record of what was shown", hidesCaption: true,
          columns: [.text("What"), .text("Record")],
          rows: model.rows.map { [.text($0.0), .text($0.1)] })
      }
    }
    let pdf = try printer.pdf(of: paper.rendered())
    desk.shows("share-printed", model.kind, model.detail)
    return .download(pdf, type: "application/pdf", name: "record-\(id).pdf")
  }

  private func model(_ key: String, _ id: ID<ConferenceShare>) throws -> ShareModel? {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .shares, read).kind
      guard let share = try ConferenceShareStore.find(id, in: key, read),
        let referral = try desk.referrals.find(share.referral, read)
      else { return nil }
      return ShareModel(
        kind: kind, share: share, referral: referral,
        names: try desk.names(of: [share.account], read), now: desk.now)
    }
  }
}
