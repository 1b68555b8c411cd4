internal import Database
internal import Kernel
internal import Partnership

/// Made-up visits to made-up drug addresses: most in time, some late.
enum DrugAddressDemonstration {
  static func make(_ world: World, _ services: Services) throws {
    let now = London.instant(world.today, minute: 11 * 60)
    let cases = CaseStore(services)
    try services.database.bulkWrite { write in
      var generator = world.generator(for: "drug-addresses")
      guard let police = try services.people.agencies(write).first(where: { $0.kind == .police })
      else { return }
      let files = try write.all(
        "SELECT \(CaseFile.columns) FROM case_file c WHERE c.act_due_at IS NOT NULL ORDER BY c.id"
      ) { row in try CaseFile(row: &row) }
      for file in files {
        guard let due = file.actDue else { continue }
        let isLate = Int.random(in: 0..<100, using: &generator) < 15
        let days = Int.random(in: isLate ? 1...6 : -20 ... -1, using: &generator)
        let acted = due.adding(seconds: Double(days) * 86_400 - 7200)
        guard acted < min(now, file.closedAt ?? now), acted > file.openedAt else { continue }
        let task = "Visit the address with a warrant"
        try cases.parts.add(
          Sensitive(task), of: police.id, due: London.day(due), to: file.id, in: write)
        for action in try cases.parts.actions(of: file.id, write)
        where action.task.reveal(for: "made-up visits") == task {
          _ = try cases.parts.finish(action.id, of: file.id, at: acted, in: write)
        }
        try cases.parts.write(
          .actionDone, about: file.id, task, by: file.owner, at: acted, in: write)
        try cases.keep(file, CaseChange(), at: max(acted, file.touchedAt), in: write)
      }
    }
  }
}
