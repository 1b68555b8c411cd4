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
      answer = try self.answer(question, page: filter.page)
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

  /// The answer with the people of its wards, for all its rows.
  func whole(_ question: CountsQuestion) throws -> (answer: CountAnswer, wards: WardPeople) {
    let answer = try CountAnswer(question.query, question.edition, services.areas, read)
    return (answer, try WardPeople(question, answer.areas, services.areas, read))
  }

  /// Where the counts come from, and whose they are.
  private struct Source {
    let area: IncidentArea?
    let latest: SourceFacts
    let wards: AreaEdition?
  }

  private func start(_ filter: CountsFilter) throws -> (CountsChoices, Source)? {
    let forces = try OverviewStore.forces(read)
    var area = try AreaStore.area(read)
    if let force = filter["force"], forces.contains(force) {
      area = IncidentArea(forces: [force], lsoas: [])
    }
    guard let latest = try OverviewStore.latest(area, in: read) else { return nil }
    let wards = try services.areas.latest(.ward, read)
    let choices = CountsChoices(
      latest: latest.month, forces: forces, categories: try OverviewStore.categories(read),
      hasWards: wards != nil)
    return (choices, Source(area: area, latest: latest, wards: wards))
  }

  private func question(
    _ filter: CountsFilter, _ choices: CountsChoices, _ source: Source
  ) throws -> CountsQuestion {
    var query = try filter.query(choices)
    query.area = source.area
    let edition = query.by.contains(.ward) ? source.wards : nil
    if let edition, try !isCounted(edition) {
      throw Refusal(
        query.by.first == .ward ? "by" : "then",
        "Not every month is counted by ward yet. Ask again in a minute; if it stays so, run "
          + "hamlet incidents count --by ward")
    }
    return CountsQuestion(query: query, edition: edition, latest: source.latest, today: today)
  }

  private func isCounted(_ edition: AreaEdition) throws -> Bool {
    guard let division = try DivisionStore.find(edition, read) else { return false }
    return try DivisionStore.uncounted(division, read).isEmpty
  }

  private func answer(_ question: CountsQuestion, page: Int) throws -> CountsAnswer {
    let (answer, wards) = try whole(question)
    let size = try answer.size(read)
    let page = min(page, CountsAnswer.pages(size.rows))
    let first = (page - 1) * CountsAnswer.onPage
    let rows = try answer.rows({ $0.window = first..<first + CountsAnswer.onPage }, read)
    let area = question.query.area
    let forces = try OverviewStore.months(question.months, area, in: read)
    let imported = ImportedMonths(
      asked: question.months, forces: forces,
      all: area?.forces.count ?? forces.values.max() ?? 0)
    return CountsAnswer(
      question: question, size: size, unlocated: answer.unlocated, outside: answer.outside,
      imported: imported,
      lines: rows.map { wards.line($0, of: question.query) }, page: page,
      chart: try chart(question, answer, wards, imported))
  }

  private func chart(
    _ question: CountsQuestion, _ answer: CountAnswer, _ wards: WardPeople,
    _ imported: ImportedMonths
  ) throws -> CountsChart {
    guard question.query.by.contains(.month) else {
      let rows = try answer.rows(
        {
          $0.by = Array($0.by.prefix(1))
          $0.order = .most
          $0.window = 0..<CountsChart.mostBars
        }, read)
      return .largest(
        rows.map { row in
          .init(words: wards.words(row.values[0], of: question.query.by[0]), count: row.count)
        })
    }
    guard let span = imported.span else { return .months([]) }
    let rows = try answer.rows(
      {
        $0.by = [.month]
        $0.order = .values
      }, read)
    let counts = Dictionary(rows.map { ($0.values[0], $0.count) }, uniquingKeysWith: +)
    return .months(
      span.map { month in
        let count = imported.missing.contains(month) ? nil : counts[month.description] ?? 0
        return .init(month: month, count: count)
      })
  }
}
