internal import Design
internal import Kernel
internal import Markup

/// Every meeting, the latest first, and the way to plan the next.
struct MeetingsPage: HTML {
  let model: MeetingsModel

  var body: some HTML {
    PageHead(
      "Weekly tasking",
      lede: "What stands out each week, what was decided about it, and what came of that.")
    Facts(
      [
        Fact(
          "Overdue actions", NumberText.whole(model.overdue), note: "To do, and past their day",
          path: TaskingRoute.actions(.toDo, page: 1).path, isBig: true),
        Fact(
          "Exceptions", "What stands out", note: "Tested by week or month",
          path: ExceptionRoute.report(ExceptionFilter()).path),
        Fact(
          "Comparison", "Wards beside each other", note: "Funnel plot",
          path: ComparisonRoute.compare(ComparisonFilter()).path),
      ]
        + (model.vehicles
          ? [
            Fact(
              "Vehicles", "Restricted list", note: "Each reading is recorded",
              path: VehicleRoute.list.path)
          ] : []))
    Sheet("Meetings") {
      DataTable(
        caption: "Meetings", hidesCaption: true,
        columns: [
          .text("Meeting"), .text("Week"), .number("Actions"), .number("Done"),
          .number("Not done"), .number("Not possible"), .text("Pack"),
        ], rows: model.meetings.map(row), empty: "No meeting is planned yet.")
      Turning(page: model.page, hasMore: model.hasOlder) { TaskingRoute.meetings(page: $0).path }
    }
    if model.mayDecide {
      Sheet("Plan a meeting") {
        PostForm(to: TaskingRoute.meetings(page: 1).path, csrf: model.csrf) {
          DateField(
            "held", legend: "Day of the meeting", hint: "One meeting a week, Monday to Sunday",
            in: model.state)
          SubmitButton("Plan the meeting")
        }
      }
    }
  }

  private func row(_ one: MeetingSummary) -> DataTable.Row {
    func count(_ state: ActionState) -> DataTable.Cell {
      .text(NumberText.whole(one.actions[state] ?? 0))
    }
    return [
      .link(one.meeting.day.words, to: TaskingRoute.meeting(one.meeting.week).path),
      .text(one.meeting.week.description), .text(NumberText.whole(one.count)), count(.done),
      count(.notDone), count(.notPossible),
      .link(
        one.meeting.isClosed ? "Kept as it was" : "Being prepared",
        to: TaskingRoute.pack(one.meeting.week).path),
    ]
  }
}
