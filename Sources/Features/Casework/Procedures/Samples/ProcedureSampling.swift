internal import Kernel

/// Draws cases at random, so many of each priority as there are of it in the whole; the same seed draws
/// the same cases from the same list again, on every machine.
enum ProcedureSampling {
  struct Member: Equatable, Sendable {
    let file: ID<CaseFile>
    let priority: Priority
  }

  /// The drawn cases, by priority and then in the order in which they were drawn.
  ///
  /// Within each priority, in the order of their numbers: a Fisher-Yates shuffle that is stopped after
  /// as many as are needed, each place taken from the next number of the generator modulo what is left.
  static func draw(_ members: [Member], size: Int, seed: UInt64) -> [Member] {
    var generator = SeededGenerator(seed: seed)
    return strata(members).flatMap { stratum -> [Member] in
      var list = stratum.members
      let count = shares(members, size: size)[stratum.priority] ?? 0
      for place in 0..<count {
        let left = UInt64(list.count - place)
        list.swapAt(place, place + Int(generator.next() % left))
      }
      return Array(list.prefix(count))
    }
  }

  /// How many of each priority: by largest remainder, and at least one of each there is, as far as the
  /// size allows.
  static func shares(_ members: [Member], size: Int) -> [Priority: Int] {
    let strata = strata(members)
    let size = min(size, members.count)
    guard size > 0 else { return [:] }
    var shares: [Priority: Int] = [:]
    for stratum in strata {
      shares[stratum.priority] = size * stratum.members.count / members.count
    }
    func remainder(_ stratum: Stratum) -> Int {
      size * stratum.members.count % members.count
    }
    let byRemainder = strata.sorted {
      (remainder($1), $0.priority.rawValue) < (remainder($0), $1.priority.rawValue)
    }
    for stratum in byRemainder.prefix(size - shares.values.reduce(0, +)) {
      shares[stratum.priority, default: 0] += 1
    }
    // The most urgent first: one of each, taken from whichever has most.
    for stratum in strata where shares[stratum.priority] == 0 && size >= strata.count {
      guard let most = strata.max(by: { (shares[$0.priority] ?? 0) < (shares[$1.priority] ?? 0) })
      else { continue }
      shares[most.priority, default: 0] -= 1
      shares[stratum.priority] = 1
    }
    return shares
  }

  private struct Stratum {
    let priority: Priority
    let members: [Member]
  }

  private static func strata(_ members: [Member]) -> [Stratum] {
    Priority.allCases.compactMap { priority in
      let found = members.filter { $0.priority == priority }.sorted { $0.file < $1.file }
      return found.isEmpty ? nil : Stratum(priority: priority, members: found)
    }
  }
}
