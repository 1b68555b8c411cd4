internal import Design
internal import Kernel
internal import Markup

/// What was shown to whom, in rows; nobody is named.
struct ShareRows: HTML {
  let kind: ConferenceKind
  let shares: [(share: ConferenceShare, reference: Reference)]
  let names: Names
  let now: Instant
  let empty: String

  var body: some HTML {
    DataTable(
      caption: "Shown to whom", hidesCaption: true,
      columns: [
        .text("Shown to"), .text("Case"), .text("How"), .text("From and until"), .text("State"),
      ],
      rows: shares.map { share, reference in
        [
          .link(
            names.body(share.organisation),
            to: ConferencesRoute.share(kind.key, share.id.rawValue).path),
          .html { span(.class("ref nowrap")) { reference.description } },
          .text(share.way),
          .html {
            London.day(share.since).words
            br()
            "to \(share.lastShown.words)"
          },
          .html {
            StateMark(share.isOpen(at: now) ? .good : .none, share.state(at: now))
            if let ending = share.ending {
              br()
              span(.class("small quiet")) { ending.title }
            }
          },
        ]
      }, empty: empty)
  }
}
