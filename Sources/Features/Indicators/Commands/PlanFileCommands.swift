import Commands
import Database
import Documents
import Kernel
import Partnership

extension Command where Context == Services {
  /// `hamlet plan import`: priorities, indicators, definitions, what is wanted and targets.
  static let planImport = Command(
    ["plan", "import"], summary: "Read a plan's indicators and targets from a CSV or XLSX file",
    details: """
      The first row names the columns, as `hamlet plan export` writes them; priority and indicator \
      are needed, the others may be left out. The plan is the one of the column plan, or of --plan. \
      A file is stored whole or not at all; what it leaves out of the plan stays as it is, and a \
      second run changes nothing.
      """,
    arguments: [
      .file("FILE", "the file"), .option("--plan", value: "PLAN", "the plan's word"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let source = try FigureSource(invocation.value("FILE"), reader: services.settings.reader)
    let table = try PlanTable(source.rows, file: source.name)
    let reader = PlanReader(
      services: services, author: PlanEditor.commandLine, account: nil,
      now: services.clock.now())
    let slug = invocation.option("--plan")
    let (plan, report) = try services.database.write { write -> (Plan, PlanImporter.Report) in
      let plan = try named(slug, table, in: write)
      return (plan, try reader.read(table, source, into: plan, in: write).report)
    }
    guard invocation.flag("--json") else {
      invocation.output.line(
        "\(source.name): \(report.rows) rows, \(report.added) indicators added, "
          + "\(report.changed) rows changed, \(report.unchanged) unchanged")
      return
    }
    invocation.output.json([
      "plan": .string(plan.slug), "file": .string(source.name), "sha256": .string(source.sha256),
      "rows": .integer(report.rows), "added": .integer(report.added),
      "changed": .integer(report.changed), "unchanged": .integer(report.unchanged),
    ])
  }

  /// The open plan of the option, or of the table's first line.
  private static func named(
    _ slug: String?, _ table: PlanTable, in read: Read
  ) throws -> Plan {
    if let slug {
      guard let plan = try PlanStore.find(slug, in: read) else {
        throw UsageError("--plan: there is no plan “\(slug)”.", argument: "--plan")
      }
      return plan
    }
    guard let line = table.lines.first, !line[.plan].isEmpty else {
      throw UsageError(
        "--plan: name the plan, since the file has no column plan.", argument: "--plan")
    }
    guard let plan = try PlanStore.find(line[.plan], in: read) else {
      throw line.refused(
        .plan, "there is no plan “\(line[.plan])”. Make it first with hamlet plan add.")
    }
    return plan
  }

  /// `hamlet plan export`: the table that import reads.
  static let planExport = Command(
    ["plan", "export"], summary: "Print a plan as CSV, in the form that import reads",
    arguments: [
      PlanArguments.plan, .option("--xlsx", value: "FILE", "write a workbook instead"),
    ]
  ) { invocation, services in
    let sheet = try services.database.read { read in
      try PlanSheet(
        PlanArguments.plan(invocation, in: read), agencies: services.people.agencies(read),
        in: read)
    }
    if let file = invocation.option("--xlsx") {
      try sheet.workbook.write(to: file)
    } else {
      invocation.output.write(sheet.csv)
    }
  }
}
