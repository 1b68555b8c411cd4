internal import Kernel
internal import Partnership

/// A pack in lines of text.
struct PackText {
  let model: PackModel

  var lines: [String] {
    var lines = [
      "OFFICIAL-SENSITIVE", "Tasking pack, week \(model.meeting.week), \(model.meeting.title)",
      model.readerLine, "", "1. Actions from before",
    ]
    lines += model.pack.carried.map(words)
    lines += ["", "2. New and changed hotspots"] + model.freshMaps.flatMap(words)
    lines += ["", "3. Exceptions"] + model.leading.flatMap { words($0.found) }
    lines += ["", "4. Repeat locations"] + model.leading.flatMap { repeats($0.found) }
    lines += ["", "5. Decisions"] + model.pack.decided.map(words)
    if !model.background.isEmpty || !model.oldMaps.isEmpty {
      lines += ["", "Background: sources over \(Meeting.freshDays) days old"]
      lines += model.oldMaps.flatMap(words) + model.background.flatMap { words($0.found) }
    }
    return lines
  }

  private func words(_ action: Pack.Action) -> String {
    let content = action.content
    let state = content.isLate(on: model.pack.held) ? "overdue" : content.state.title.lowercased()
    let reason = content.reason.isEmpty ? "" : " (\(content.reason))"
    return
      "  \(content.problem), \(content.placeName): \(content.task) \(content.organisationName), "
      + "due \(content.dueDay.words): \(state)\(reason)"
  }

  private func words(_ map: Pack.Map) -> [String] {
    ["  \(map.title), \(map.months): \(map.headline). \(map.method)"]
      + map.changed.map { "    \($0.letter)  \($0.place): \($0.count), \($0.life)" }
  }

  private func words(_ report: ExceptionReport) -> [String] {
    ["  \(report.title), \(report.at.words): \(report.headline). \(report.coverage)"]
      + report.cautions.map { "    \($0)" }
      + report.lines.map { line in
        "    \(line.ward): \(line.category): \(line.observed), usually \(line.usualWords); by chance "
          + "\(line.chanceWords)"
      }
  }

  private func repeats(_ report: ExceptionReport) -> [String] {
    if let refusal = report.repeats.refusal { return ["  \(report.title): left out. \(refusal)."] }
    return report.repeats.places.map { place in
      "  \(place.place), \(place.ward): \(place.count), the last on \(place.last)"
    }
  }
}
