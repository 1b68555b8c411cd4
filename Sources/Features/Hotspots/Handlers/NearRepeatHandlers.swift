internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Statistics

/// Answers the page of near repeats.
enum NearRepeatHandlers {
  static func page(_ visit: StaffVisit, _ filter: HotspotFilter) throws -> Response {
    let title = "Near repeats"
    let model = try visit.read { read -> NearRepeatModel? in
      guard let question = try HotspotHandlers.question(visit, filter, read) else { return nil }
      let usual = WardReader.usual(question)
      var texts = question.usual.texts
      texts["from"] = usual.lowerBound.description
      texts["to"] = usual.upperBound.description
      texts["distances"] = "0.001,100,200,300,400,500"
      texts["days"] = "1,2,7,14,28"
      var (finding, refusal): (NearRepeatFinding?, Refusal?) = (nil, nil)
      var problem = EventRepeats.reason(question.source).map { "\($0). Choose another source." }
      if problem == nil {
        do {
          let (months, category) = try filter.period(question, usual: usual)
          finding = try EventRepeats.finding(
            question.source, months, category,
            NearRepeatParameters(bands: try bands(filter)), read)
        } catch let error as Refusal { refusal = error } catch let error as HotspotProblem {
          problem = error.message
        }
      }
      return NearRepeatModel(
        question: question,
        state: FormState(values: filter.filled(with: texts), refusal: refusal),
        finding: finding, problem: problem, today: London.day(visit.now))
    }
    guard let model else { return HotspotHandlers.nothing(visit, title) }
    return HotspotHandlers.page(visit, title, model.state.refusal) { NearRepeatPage(model: model) }
  }

  private static func bands(_ filter: HotspotFilter) throws -> KnoxBands {
    var reader = FilterReader(filter)
    let distances = reader.value(
      "distances", or: "Enter up to \(BandLimits.most) rising metres such as 0.001,100,200",
      usual: BandLimits.usualDistances, BandLimits.distances)
    let days = reader.value(
      "days", or: "Enter up to \(BandLimits.most) rising whole days such as 1,2,7,14,28",
      usual: BandLimits.usualDays, BandLimits.days)
    try reader.finish()
    return try KnoxBands(distances: distances, times: days)
  }
}
