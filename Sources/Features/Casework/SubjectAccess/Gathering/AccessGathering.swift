internal import Database
internal import Kernel
internal import Partnership

/// Gathers everything Casework keeps about somebody, item by item.
///
/// What they told and were told is given; what officers wrote waits for a person; what is somebody
/// else's is left out.
struct AccessGathering {
  let services: Services
  let request: AccessRequest

  func items(_ records: [AccessRecord], _ read: Read) throws -> [AccessItem] {
    let people = Set(records.filter { $0.kind == .person }.map(\.record))
    let told = Set(records.filter { $0.kind == .reporter }.map(\.record))
    let named = Set(records.filter { $0.kind == .subject }.map(\.record))
    var items: [AccessItem] = []
    for report in told.union(named).sorted() {
      guard let found = try ReportStore(services).find(ID(report), read) else { continue }
      items += try AccessReportItems(services: services, report: found).items(
        isReporter: told.contains(report), isSubject: named.contains(report), read)
    }
    for file in try cases(people: people, reports: told.union(named), read) {
      items += try AccessCaseItems(
        services: services, file: file, people: people, told: told, named: named
      ).items(read)
    }
    return items
  }

  private func cases(
    people: Set<Int64>, reports: Set<Int64>, _ read: Read
  ) throws -> [CaseFile] {
    try read.all(
      """
      SELECT \(CaseFile.columns) FROM case_file c
      WHERE c.id IN (SELECT p.case_file FROM case_person p WHERE p.id IN (\(list: people.sorted())))
        OR c.id IN (SELECT d.case_file FROM report_decision d
          WHERE d.report IN (\(list: reports.sorted())))
      ORDER BY c.opened_at, c.id LIMIT \(AccessRecord.most)
      """
    ) { row in try CaseFile(row: &row) }
  }
}
