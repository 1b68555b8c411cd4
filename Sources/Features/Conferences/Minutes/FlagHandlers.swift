internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// The diary of flags.
struct FlagHandlers {
  let desk: Desk

  /// How far ahead the diary looks.
  static let days = 31

  private var store: FlagStore { FlagStore(sealing: desk.referrals.sealing) }

  func list(_ key: String) throws -> Response {
    try desk.visit.read { read in
      let kind = try desk.sitting(key, .prepare, read).kind
      let through = desk.today.adding(days: Self.days)
      let flags = try store.ending(in: key, by: through, read)
      desk.shows("flags-read", kind)
      return desk.page("Flags", crumbs: desk.crumbs(kind)) {
        FlagsPage(
          kind: kind, flags: flags, through: through, today: desk.today,
          csrf: desk.visit.frame.csrf)
      }
    }
  }

  func end(_ key: String) throws -> Response? {
    guard let reference = Reference(desk.visit.request.form["case"] ?? "") else { return nil }
    return try desk.visit.write { write in
      let kind = try desk.sitting(key, .prepare, write).kind
      guard let referral = try desk.referrals.find(reference, in: key, write) else { return nil }
      if try store.end(referral, on: desk.today, in: write) {
        try desk.record("flag-ended", kind, ["case": reference.description], in: write)
      }
      return desk.visit.redirect(
        to: ConferencesRoute.flags(key).path, saying: "The flag is ended")
    }
  }
}

struct FlagsPage: HTML {
  let kind: ConferenceKind
  let flags: [Referral]
  let through: Day
  let today: Day
  let csrf: String

  var body: some HTML {
    PageHead(
      "Flags", kicker: kind.title,
      lede: "Records are flagged for \(kind.rules.flagMonths) months after a case was heard. "
        + "These end by \(through.words).")
    Sheet(mark: flags.contains { ($0.flagUntil ?? today) < today } ? .bad : .river) {
      DataTable(
        caption: "Flags that end", hidesCaption: true,
        columns: [.text("Ends"), .text("Case"), .text("State")],
        rows: flags.map { referral in
          [
            .text(referral.flagUntil?.words ?? ""),
            .html {
              a(
                .href(ConferencesRoute.referral(kind.key, referral.reference, for: nil).path),
                .class("ref nowrap")
              ) { referral.reference.description }
            },
            .html {
              LateMark(day: referral.flagUntil ?? today, today: today)
              PostForm(to: ConferencesRoute.flags(kind.key).path, csrf: csrf) {
                SubmitButton(
                  "Every body has taken it off", style: .small, name: "case",
                  value: referral.reference.description)
              }
            },
          ]
        }, empty: "No flag ends.")
    }
  }
}
