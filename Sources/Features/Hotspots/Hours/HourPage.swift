internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Statistics

/// What the page of hours shows.
struct HourModel {
  let question: HotspotQuestion
  let state: FormState
  /// `nil` where the form was refused, or the source gives no times.
  let table: HourTable?
  /// Why the source's times are not counted.
  let refusal: String?
  let today: Day
}

/// At which hours and on which weekdays it happens.
struct HourPage: HTML {
  let model: HourModel

  var body: some HTML {
    QuestionHead(
      "Hours and weekdays", lede: "When it happens, where a source tells the time.",
      path: HotspotRoute.hours(HotspotFilter()).path, model.question, model.state,
      today: model.today
    ) {}
    if let refusal = model.refusal { Notice(.warn) { p { "\(refusal). Choose another source." } } }
    if let table = model.table {
      Sheet(table.headline) {
        HeatMap(
          title: "\(table.category ?? "Incidents") by hour and weekday",
          about:
            "\(NumberText.whole(table.week.events)) incidents, \(table.months.words), by bands "
            + "of two hours.",
          columns: HourTable.weekdays, rows: HourTable.bandNames, values: table.bands,
          style: .whole, unit: "Hours")
      }
      Sheet("What this rests on") { SummaryList(table.facts.map { ($0.name, $0.value, nil) }) }
    }
  }
}
