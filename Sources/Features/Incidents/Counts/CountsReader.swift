internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Reads what counts are asked for and answers it, in one transaction.
///
/// Only kept counts are read: the cost is that of the answer, not of the incidents.
struct CountsReader {
  let services: Services
  let today: Day
  let read: Read

  /// What the page shows.
  func model(_ filter: CountsFilter) throws -> CountsModel {
    guard let (choices, source) = try start(filter) else {
      return CountsModel(
        filter: filter, state: FormState(values: filter.fields), choices: nil, answer: nil)
    }
    var refusal: Refusal?
    var answer: CountsAnswer?
    do {
      let question = try question(filter, choices, source)
      answer = try self.answer(question, page: filter.page, choices.forces)
    } catch let error as Refusal {
      refusal = error
    }
    return CountsModel(
      filter: filter,
      state: FormState(values: filter.filled(latest: choices.latest), refusal: refusal),
      choices: choices, answer: answer)
  }

  /// The question asked; `nil` where nothing has been imported, and throws a ``Refusal`` of what is
  /// wrong with it.
  func question(_ filter: CountsFilter) throws -> CountsQuestion? {
    guard let (choices, source) = try start(filter) else { return nil }
    return try question(filter, choices, source)
  }

  /// A question that was read otherwise, with where its answer comes from: every month there is
  /// where none is asked for; `nil` where nothing has been imported.
  func question(_ query: CountQuery, _ per: RateBasis) throws -> CountsQuestion? {
    let source = CountSourceFacts(source: query.source, read: read)
    guard let latest = try source.latest(query.area) else { return nil }
    var query = query
    query.from = try query.from ?? source.first(query.area)
    query.to = query.to ?? latest.month
    return CountsQuestion(query: query, per: per, latest: latest, today: today)
  }

  /// The answer with the names and people of its areas, for all its rows.
  func whole(_ question: CountsQuestion) throws -> (answer: CountAnswer, names: AreaNames) {
    let answer = try CountAnswer(question.query, services.areas, read)
    return (answer, try AreaNames(question, answer.areas, services.areas, read))
  }

  /// Which of a question's months were imported.
  func imported(_ question: CountsQuestion) throws -> ImportedMonths {
    try CountSourceFacts(source: question.query.source, read: read)
      .imported(question.months, question.query.area)
  }

  /// Where the counts come from, and whose they are.
  private struct Source {
    let source: CountSource
    let area: IncidentArea?
    let latest: SourceFacts
  }

  private func start(_ filter: CountsFilter) throws -> (CountsChoices, Source)? {
    let sources = try CountSourceFacts.sources(read)
    let source = sources.first { $0.key == filter["source"] } ?? .policeUK
    let reading = CountSourceFacts(source: source, read: read)
    let forces = source.mapping == nil ? try OverviewStore.forces(read) : []
    var area = source.mapping == nil ? try AreaStore.area(read) : nil
    if let force = filter["force"], forces.contains(force) {
      area = IncidentArea(forces: [force], lsoas: [])
    }
    guard let latest = try reading.latest(area) else { return nil }
    let choices = CountsChoices(
      latest: latest.month, sources: sources, forces: forces,
      categories: try reading.categories(), outcomes: try reading.outcomes(),
      editions: AreaYears.all(try services.areas.editions(read)))
    return (choices, Source(source: source, area: area, latest: latest))
  }

  private func question(
    _ filter: CountsFilter, _ choices: CountsChoices, _ source: Source
  ) throws -> CountsQuestion {
    var reading = CountsReading(filter, choices, source.source)
    var query = try reading.query()
    query.area = source.area
    try AskedAreas(directory: services.areas, read: read).find(
      year: filter["edition"].flatMap { Int($0) }, only: filter["area"], for: &query)
    return CountsQuestion(
      query: query, per: filter["per"].flatMap(RateBasis.init(rawValue:)) ?? .people,
      latest: source.latest, today: today)
  }

  private func answer(
    _ question: CountsQuestion, page: Int, _ forces: [String]
  ) throws -> CountsAnswer {
    let (answer, names) = try whole(question)
    let size = try answer.size(read)
    let page = min(page, CountsAnswer.pages(size.rows))
    let first = (page - 1) * CountsAnswer.onPage
    let rows = try answer.rows({ $0.window = first..<first + CountsAnswer.onPage }, read)
    let imported = try imported(question)
    let query = question.query
    return CountsAnswer(
      question: question, size: size, unlocated: answer.unlocated, outside: answer.outside,
      imported: imported,
      fits: query.readsCodes && query.by.contains(.lsoa)
        ? try CodeFitStore.fits(question.months, of: query.area?.forces, in: read) : [],
      breaks: question.breaks(forces), lines: rows.map(names.line), page: page,
      chart: try chart(question, answer, names, imported))
  }
}
