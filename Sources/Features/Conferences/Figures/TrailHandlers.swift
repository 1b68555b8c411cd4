internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Who did and read what in one conference; the only place where that of one apart is shown.
struct TrailHandlers {
  let desk: Desk
  private static let pageSize = 50

  /// Who acts without an account.
  private static func nobody(_ action: String) -> String {
    action.hasPrefix("conferences.link-") ? "Whoever has the link" : "The operator"
  }

  func show(_ key: String, _ before: Int?) throws -> Response {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .trail, read).kind
      var filter = AuditFilter()
      filter.subject = kind.subject
      filter.showsApart = true
      let (entries, hasOlder) = try desk.services.audit.page(
        filter, before: before, limit: Self.pageSize, read)
      let names = try desk.names(of: entries.map(\.actor), read)
      desk.shows("trail-read", kind)
      return desk.page("Who did what", crumbs: desk.crumbs(kind)) {
        PageHead(
          "Who did what", kicker: kind.title,
          lede: "Everything that was done and read here, the newest first.")
        DataTable(
          caption: "Who did what", hidesCaption: true,
          columns: [.text("When"), .text("Who"), .text("What"), .text("Detail")],
          rows: entries.map { entry in
            [
              .text(London.words(entry.at)),
              .text(entry.actor == nil ? Self.nobody(entry.action) : names.person(entry.actor)),
              .text(desk.services.actions[entry.action] ?? entry.action),
              .text(entry.detail.map { "\($0.name): \($0.value)" }.joined(separator: ", ")),
            ]
          }, empty: "Nothing was done yet.")
        Turning(
          previous: nil,
          next: hasOlder
            ? ConferencesRoute.trail(key, before: entries.last?.number).path : nil)
      }
    }
  }
}
