internal import Design
internal import Kernel
internal import Markup

/// What was gathered, with what happens to it.
struct AccessItems: HTML {
  let request: AccessRequest
  let review: AccessReview
  let page: Int

  private static let onPage = 50

  var body: some HTML {
    let shown = review.items.dropFirst((page - 1) * Self.onPage).prefix(Self.onPage)
    let hasMore = review.items.count > page * Self.onPage
    Sheet("What is kept about them", id: "items", mark: review.open.isEmpty ? .none : .warn) {
      p(.class("quiet")) {
        "What they told and were told is given, with others struck out. What somebody wrote waits until "
        "you have read it. What is somebody else’s is left out. \(review.items.count) things, "
        "\(review.open.count) to read."
      }
      DataTable(
        caption: "What is kept about them", hidesCaption: true,
        columns: [
          .text("What"), .text("Where"), .text("Day"), .text("What happens"), .text("Struck"),
        ],
        rows: shown.map { one in
          [
            .link(
              one.item.title,
              to: AccessRoute.item(request.reference, key: one.item.key).path),
            .text(one.item.source), .text(one.item.day?.words ?? ""), .text(one.outcome.words),
            .text(one.outcome == .given ? String(one.struckByRule + one.struckByChoice) : ""),
          ]
        }, empty: "Nothing yet. Say whom it is about.")
      if let first = review.open.first {
        p {
          LinkButton(
            "Read the next", to: AccessRoute.item(request.reference, key: first.item.key).path)
        }
      }
      Turning(
        previous: page > 1 ? AccessRoute.show(request.reference, page: page - 1).path : nil,
        next: hasMore ? AccessRoute.show(request.reference, page: page + 1).path : nil)
    }
  }
}

extension ReviewedItem.Outcome {
  var words: String {
    switch self {
    case .open: "Waits for you"
    case .given: "Given"
    case .left(let reason): "Left out: \(reason.title)"
    }
  }
}

/// What was given.
struct AccessGiven: HTML {
  let request: AccessRequest
  let bundle: AccessBundle
  let csrf: String

  private var fileWords: String {
    let count = bundle.files?.count ?? 0
    return count == 0 ? "" : count == 1 ? " and 1 file" : " and \(count) files"
  }

  var body: some HTML {
    Sheet("What they were given", id: "given", mark: .river) {
      p {
        "\(bundle.parts.count) things, as they were on \(Day(bundle.given)?.words ?? bundle.given)."
      }
      DataTable(
        caption: "What was left out", columns: [.text("Where"), .text("Why"), .number("How many")],
        rows: bundle.left.map { one in
          [
            .text(one.source), .text("\(one.reason.title) (\(one.reason.law))"),
            .text(String(one.count)),
          ]
        }, empty: "Nothing.")
      PostForm(to: AccessRoute.file(request.reference).path, csrf: csrf) {
        SubmitButton("Save the file")
      }
      p(.class("small quiet")) {
        "A ZIP file with a page to read, the same as JSON\(fileWords). Give it to them the way they asked, and not "
        "by plain email."
      }
    }
  }
}
