internal import Design
internal import Kernel
internal import Markup

/// The minutes on screen.
struct MinutesPage: HTML {
  let model: MinutesModel
  let canPrint: Bool

  var body: some HTML {
    Handling(note: "Read by \(model.mark)")
    PageHead("Minutes", kicker: "\(model.kind.title), \(model.meeting.words)") {
      if canPrint {
        LinkButton(
          "Print as PDF",
          to: ConferencesRoute.print(model.kind.key, model.meeting.id.rawValue).path)
      }
    }
    MinutesContent(model: model)
    p(.class("watermark")) { model.mark }
  }
}

/// The minutes as a document of its own, for the printer: nothing of it is fetched from elsewhere.
struct MinutesPaper: HTML {
  let model: MinutesModel

  var body: some HTML {
    Raw("<!doctype html>\n")
    html(.lang("en-GB")) {
      head {
        meta(.charset("utf-8"))
        title { "Minutes, \(model.meeting.day.words)" }
        meta(.name("author"), .content(model.partnership))
        Raw(trusted: "<style>\(MinutesStyle.text)</style>")
      }
      Markup.body {
        p(.class("printed")) { "Printed by \(model.mark)" }
        p(.class("across")) { model.reader }
        h1 { "Minutes: \(model.kind.title), \(model.meeting.words)" }
        MinutesContent(model: model)
      }
    }
  }
}

/// The minutes, the same on screen and on paper.
private struct MinutesContent: HTML {
  let model: MinutesModel

  var body: some HTML {
    let content = model.meeting.content.reveal(for: "minutes")
    Sheet("The meeting") {
      p { "Held at \(content.venue)." }
      if model.meeting.closedAt == nil { p { strong { "The meeting is not closed yet." } } }
      DataTable(
        caption: "Who was there", columns: [.text("Who"), .text("Organisation"), .text("Part")],
        rows: model.attendance.map { attendance in
          [
            .text(name(attendance)), .text(model.names.body(attendance.organisation)),
            .text(part(attendance)),
          ]
        }, empty: "Nobody was written down.")
      h3(.class("mt5")) { "Statement that was signed" }
      p(.class("prewrap")) { model.meeting.statement }
    }
    for entry in model.agenda.cases { MinutedCase(model: model, entry: entry) }
    if !content.other.isEmpty {
      Sheet("Any other business") { p(.class("prewrap")) { content.other } }
    }
  }

  private func name(_ attendance: Attendance) -> String {
    let name = attendance.content.reveal(for: "minutes").name
    return name.isEmpty ? model.names.person(attendance.account) : name
  }

  private func part(_ attendance: Attendance) -> String {
    guard let signed = attendance.signedAt else { return attendance.part.title }
    return attendance.isOnPaper
      ? "\(attendance.part.title), signed on paper"
      : "\(attendance.part.title), signed \(London.timeWords(signed))"
  }
}

private struct MinutedCase: HTML {
  let model: MinutesModel
  let entry: Agenda.Entry

  var body: some HTML {
    let (item, referral) = (entry.item, entry.referral)
    let words = item.content.reveal(for: "minutes").discussion
    Sheet("Case \(referral.reference)") {
      p {
        strong { referral.content.reveal(for: "minutes").name }
        ". \(model.kind.criterion(referral.criterion)?.title ?? referral.criterion)."
        if referral.repeatOf != nil { " A repeat." }
        if let minutes = item.minutes(at: model.now) { " \(minutes) minutes." }
      }
      if item.startedAt == nil {
        p { "It was not heard." }
      } else {
        p(.class("prewrap")) { words.isEmpty ? "Nothing was written down." : words }
      }
      DataTable(
        caption: "Actions", columns: [.text("Organisation"), .text("Will"), .text("Due")],
        rows: model.actions.filter { $0.referral == referral.id }.map { action in
          [
            .text(model.names.body(action.organisation)), .text(action.words),
            .text(action.due.words),
          ]
        }, empty: "None was decided.")
    }
  }
}

/// The look of minutes on paper: the marking above, the reader across and below each page.
enum MinutesStyle {
  static let text = """
    @page { size: A4; margin: 20mm 18mm 22mm;
      @top-center { content: "OFFICIAL-SENSITIVE"; font: 700 9pt Inter, "DejaVu Sans", sans-serif; }
      @bottom-left { content: string(printed); width: 85%; text-align: left;
        font: 7.5pt Inter, "DejaVu Sans", sans-serif; color: #333; }
      @bottom-right { content: counter(page) " of " counter(pages);
        font: 7.5pt Inter, "DejaVu Sans", sans-serif; color: #333; } }
    html { font: 10pt/1.45 Inter, "DejaVu Sans", sans-serif; color: #14242b; }
    body { margin: 0; }
    .printed { string-set: printed content(); font-size: 8pt; margin: 0 0 4mm;
      border-bottom: 0.5pt solid #6d8087; padding-bottom: 1.5mm; }
    .across { position: fixed; top: 110mm; left: 0; right: 0; text-align: center; margin: 0;
      font-size: 44pt; font-weight: 700; color: #e4eaea; transform: rotate(-35deg); z-index: -1; }
    h1 { font-size: 16pt; line-height: 1.25; margin: 0 0 4mm; }
    h2 { font-size: 12pt; margin: 0 0 2mm; border-top: 1.5pt solid #1b5568; padding-top: 1.5mm;
      color: #1b5568; break-after: avoid; }
    h3, .as-h3 { font-size: 10pt; font-weight: 600; margin: 3mm 0 1mm; break-after: avoid; }
    p { margin: 0 0 1.5mm; }
    section { margin: 0 0 6mm; }
    .prewrap { white-space: pre-wrap; }
    .quiet { color: #44545a; }
    table { width: 100%; border-collapse: collapse; margin: 1mm 0 2mm; }
    caption { text-align: left; font-weight: 600; }
    th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0;
      border-bottom: 0.5pt solid #c6d2d3; }
    tr { break-inside: avoid; }
    """
}
