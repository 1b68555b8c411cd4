internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Answers the page of wards.
enum WardHandlers {
  static func page(_ visit: StaffVisit, _ filter: HotspotFilter) throws -> Response {
    let title = "Wards by count, rate and harm"
    let model = try visit.read { read -> WardModel? in
      guard let question = try HotspotHandlers.question(visit, filter, read) else { return nil }
      let reader = WardReader(services: visit.services)
      var usual = question.usual
      usual.months = WardReader.usual(question)
      var (table, refusal): (WardTable?, Refusal?) = (nil, nil)
      do {
        let (months, category) = try filter.period(question, usual: usual.months)
        table = try reader.table(question, months, category, read)
      } catch let error as Refusal { refusal = error }
      return WardModel(
        question: question,
        state: FormState(values: filter.filled(with: usual.texts), refusal: refusal),
        table: table, shapes: try reader.shapes(read), today: London.day(visit.now))
    }
    guard let model else { return HotspotHandlers.nothing(visit, title) }
    return HotspotHandlers.page(visit, title, model.state.refusal) { WardPage(model: model) }
  }
}
