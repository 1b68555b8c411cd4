internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of retention shows.
struct RetentionModel {
  let rules: [RetentionRule]
  let later: [RetentionRule]
  /// The latest version of each kind.
  let versions: [RetentionKind: Int]
  /// The first of what is due, for those who decide about it, and whether there are more.
  let due: [(kind: RetentionKind, found: [RetentionStanding], hasMore: Bool)]
  let mayReview: Bool
  let maySet: Bool
  let csrf: String
  let state: FormState

  /// How many of each kind the page shows.
  static let shown = 20
}

/// For how long records are kept, and what is due to be looked at.
struct RetentionPage: HTML {
  let model: RetentionModel

  var body: some HTML {
    PageHead("Retention") { LinkButton("Deleted", to: RetentionRoute.deleted(page: 1).path) }
    if model.mayReview {
      Sheet("To look at", id: "due", mark: isQuiet ? .none : .warn) {
        p(.class("quiet")) {
          "Their time is over. Look at each, then keep it for a reason or delete it. Nothing is "
          "deleted by itself."
        }
        DueTable(found: model.due.flatMap(\.found))
        for part in model.due where part.hasMore {
          p {
            a(.href(RetentionRoute.due(part.kind, page: 1).path)) {
              "There are more: \(part.kind.title.lowercased())"
            }
          }
        }
      }
      Sheet("Keep a record, due or not", id: "find") {
        PostForm(to: RetentionRoute.find.path, csrf: model.csrf) {
          TextField(
            "reference", label: "Reference of the case, report or application",
            hint: "Such as TM-7K42-0931.", in: model.state, width: .w20)
          SubmitButton("Show how it stands", style: .line)
        }
      }
    }
    RulesSheet(model: model)
  }

  private var isQuiet: Bool { model.due.allSatisfy(\.found.isEmpty) }
}

/// Records whose time is over.
struct DueTable: HTML {
  let found: [RetentionStanding]

  var body: some HTML {
    DataTable(
      caption: "Records whose time is over", hidesCaption: true,
      columns: [.text("Record"), .text("What"), .text("Due since"), .text("Kept by")],
      rows: found.map { one in
        let record = one.record
        return [
          .link(
            record.reference.description,
            to: RetentionRoute.record(record.kind, record.reference).path),
          .text(record.kind.title), .text(record.dueDay(one.rule)?.words ?? ""),
          one.others.isEmpty
            ? .missing("Nothing") : .text(one.others.map(\.words).joined(separator: "; ")),
        ]
      }, empty: "There are none.")
  }
}

/// Everything that is due of one kind.
struct DueListPage: HTML {
  let kind: RetentionKind
  let found: [RetentionStanding]
  let page: Int
  let hasMore: Bool

  var body: some HTML {
    PageHead("Due: \(kind.title.lowercased())")
    Sheet {
      DueTable(found: found)
      Turning(page: page, hasMore: hasMore) { RetentionRoute.due(kind, page: $0).path }
    }
  }
}
