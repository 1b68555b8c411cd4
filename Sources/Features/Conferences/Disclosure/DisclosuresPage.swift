internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The requests for one's own data that are open, and whether this conference has decided about each.
struct DisclosuresPage: HTML {
  let kind: ConferenceKind
  let open: [(request: ApartRequest, isDecided: Bool)]
  let today: Day

  var body: some HTML {
    PageHead(
      "Data requests", kicker: kind.title,
      lede:
        "Every request is decided about here, whether or not anything is found. Whoever answers it "
        + "learns only what is given.")
    Sheet(mark: .river) {
      DataTable(
        caption: "Data requests", hidesCaption: true,
        columns: [.text("Request"), .text("To be answered by"), .text("Here")],
        rows: open.map { request, isDecided in
          [
            .link(
              request.reference.description,
              to: ConferencesRoute.request(kind.key, request.reference).path),
            .text(request.due.words),
            .html {
              if isDecided {
                StateMark(.good, "Decided")
              } else {
                LateMark(day: request.due, today: today)
              }
            },
          ]
        }, empty: "No request is open.")
    }
  }
}
