internal import Design
internal import Kernel
internal import Markup
internal import Partnership

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

/// The minutes as a document of its own, for the printer.
struct MinutesPaper: HTML {
  let model: MinutesModel

  var body: some HTML {
    MarkedPaper(
      "Minutes: \(model.kind.title), \(model.meeting.words)", by: model.partnership,
      reader: model.reader, mark: model.mark
    ) { MinutesContent(model: model) }
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
      p {
        model.attendance.first(where: \.isChair).map { "Chaired by \(name($0))." }
          ?? "Who chaired was not written down."
      }
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
    EarlierActions(model: model)
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
    let part = attendance.isChair ? "Chair" : attendance.part.title
    guard let signed = attendance.signedAt else { return part }
    return attendance.isOnPaper
      ? "\(part), signed on paper" : "\(part), signed \(London.timeWords(signed))"
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
        caption: "Actions",
        columns: [.text("Organisation"), .text("Will"), .text("Due"), .text("State now")],
        rows: model.actions.filter { $0.referral == referral.id }.map { action in
          [
            .text(model.names.body(action.organisation)), .text(action.words),
            .text(action.due.words), .html { StateNow(action: action) },
          ]
        }, empty: "None was decided.")
    }
  }
}

/// How an action stands on the day the minutes are read, with the reason where there is one.
private struct StateNow: HTML {
  let action: ConferenceAction

  var body: some HTML {
    let outcome = action.content.reveal(for: "minutes").outcome
    action.state.title
    if !outcome.isEmpty {
      br()
      span(.class("small quiet")) { outcome }
    }
  }
}
