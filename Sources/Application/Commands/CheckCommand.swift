import Commands
import Kernel
import Partnership

/// `hamlet check`: whether this machine and database are fit to serve.
enum CheckCommand {
  static let command = Command<Environment>(
    ["check"], summary: "say whether this machine and database are fit to serve",
    arguments: [
      .option("--listen", value: "HOST:PORT", "where the site will listen"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, environment in
    let address = try ListenAddress(invocation.option("--listen"))
    let findings = findings(environment.listening(at: address), address)
    let faults = findings.count { $0.level == .fault }
    if invocation.flag("--json") {
      invocation.output.json([
        "fit": .bool(faults == 0), "findings": .array(findings.map(json)),
      ])
    } else {
      for finding in findings { invocation.output.line(line(finding)) }
    }
    if faults > 0 { throw Unfit(faults: faults) }
  }

  static func findings(
    _ environment: Environment, _ address: ListenAddress, clock: Clock = .system
  ) -> [Finding] {
    var findings: [Finding] = []
    if let path = environment.sqlitePath { findings.append(PlaceChecks.fileSystem(path)) }
    findings += DatabaseChecks.all(environment, clock: clock)
    findings.append(PlaceChecks.key(environment.keyFile, database: environment.sqlitePath))
    findings.append(PlaceChecks.uploads(environment.settings.uploads))
    findings.append(PlaceChecks.reader(environment.settings.reader))
    findings += EvidenceChecks.all(environment.settings)
    findings.append(PlaceChecks.printer(environment.settings.printer))
    findings.append(NetworkChecks.listening(address, environment.settings))
    findings.append(NetworkChecks.publicURL(environment.settings))
    findings.append(NetworkChecks.addresses(environment.settings))
    findings.append(NetworkChecks.secondFactor(environment))
    findings.append(NetworkChecks.tiles(environment))
    findings.append(MessageChecks.carriers(environment))
    return findings
  }

  private static func line(_ finding: Finding) -> String {
    let mark =
      switch finding.level {
      case .good: "ok     "
      case .warning: "notice "
      case .fault: "FAULT  "
      }
    return "\(mark)\(finding.subject): \(finding.words)"
  }

  private static func json(_ finding: Finding) -> JSON {
    [
      "level": .string(finding.level.rawValue), "subject": .string(finding.subject),
      "words": .string(finding.words),
    ]
  }
}

/// The machine or the database is not fit to serve.
struct Unfit: Problem {
  let faults: Int

  var message: String {
    faults == 1
      ? "1 fault. Put it right before you serve."
      : "\(faults) faults. Put them right before you serve."
  }

  var status: Int { 500 }
}
