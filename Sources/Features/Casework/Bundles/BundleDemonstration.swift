internal import Database
internal import Kernel
internal import Partnership

/// A made-up bundle for a court in a case that has an order, finished; and a draft that goes on from it.
enum BundleDemonstration {
  static func make(_ world: World, _ services: Services) throws {
    let now = London.instant(world.today, minute: 10 * 60 + 40)
    try services.database.bulkWrite { write in
      guard let file = try busiest(services, write) else { return }
      let acts = BundleActs(
        services: services, account: try services.people.people([.officer], write).first?.id,
        now: now, file: file)
      let people = try acts.gathering.people(write)
      let content = CourtBundle.Content(
        court: "The County Court at Thornmere (made up)", claim: "K00TM000",
        parties: "Thornmere Council, claimant\nThe person named in the papers, defendant",
        named: people.filter { $0.part == .subject }.map(\.id.rawValue))
      let first = try acts.begin(BundleForm(content), like: nil, in: write)
      let papers = try acts.gathering.papers(write)
      try acts.choose(first.number, Set(papers.map(\.key)), in: write)
      try acts.finish(first.number, from: World.partnership, in: write)
      _ = try acts.begin(BundleForm(content), like: first.number, in: write)
    }
  }

  /// The open case with the most reports.
  private static func busiest(_ services: Services, _ read: Read) throws -> CaseFile? {
    let id = try read.first(
      """
      SELECT c.id FROM case_file c JOIN report_decision d ON d.case_file = c.id
      WHERE c.state = 'open' GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1
      """
    ) { row in try row.id(CaseFile.self) }
    return try id.flatMap { try CaseStore(services).find($0, read) }
  }
}
