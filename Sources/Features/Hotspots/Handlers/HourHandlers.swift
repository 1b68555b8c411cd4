internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of hours and weekdays.
enum HourHandlers {
  static func page(_ visit: StaffVisit, _ filter: HotspotFilter) throws -> Response {
    let title = "Hours and weekdays"
    let model = try visit.read { read -> HourModel? in
      guard let question = try HotspotHandlers.question(visit, filter, read) else { return nil }
      var usual = question.usual
      usual.months = WardReader.usual(question)
      let reason = question.source.precision.refusal(of: .hours)
      var (table, refusal): (HourTable?, Refusal?) = (nil, nil)
      if reason == nil {
        do {
          let (months, category) = try filter.period(question, usual: usual.months)
          let spots = try HotspotReader.spots(question.source, months, category, read)
          table = HourTable(spots, months: months, category: category)
        } catch let error as Refusal { refusal = error }
      }
      return HourModel(
        question: question,
        state: FormState(values: filter.filled(with: usual.texts), refusal: refusal),
        table: table, refusal: reason, today: London.day(visit.now))
    }
    guard let model else { return HotspotHandlers.nothing(visit, title) }
    return HotspotHandlers.page(visit, title, model.state.refusal) { HourPage(model: model) }
  }
}
