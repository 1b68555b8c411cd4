internal import Access
internal import Design
internal import Kernel
internal import Markup

/// What was deleted, by which rule and by whom.
struct DeletedPage: HTML {
  let found: [Tombstone]
  let names: [ID<Account>: String]
  let page: Int
  let hasMore: Bool

  var body: some HTML {
    PageHead("Deleted records")
    Sheet {
      DataTable(
        caption: "Deleted records", hidesCaption: true,
        columns: [
          .text("Reference"), .text("What"), .text("From and to"), .text("Rule"), .text("Deleted"),
        ],
        rows: found.map { one in
          [
            .text(one.reference.description), .text(one.words),
            .text("\(London.day(one.began).words) to \(London.day(one.ended).words)"),
            .text("\(one.months) months: \(one.rule.rawValue), version \(one.version)"),
            .text("\(London.day(one.deletedAt).words), by \(who(one))"),
          ]
        }, empty: "Nothing was deleted yet.")
      Turning(page: page, hasMore: hasMore) { RetentionRoute.deleted(page: $0).path }
    }
  }

  private func who(_ one: Tombstone) -> String {
    guard let account = one.account else { return "somebody at the server" }
    return names[account] ?? "an account that is gone"
  }
}

extension Tombstone {
  /// What it was; a report that went with its case says so.
  var words: String {
    kind == .report && rule == .file ? "Report, with its case" : kind.title
  }
}
