import Kernel
import Testing

@testable import Commands

/// One command line with the status and the first line it is answered with.
struct CommandLineCase: CustomTestStringConvertible, Sendable {
  let line: String
  let expected: String

  init(_ line: String, _ expected: String) {
    self.line = line
    self.expected = expected
  }

  var testDescription: String { "hamlet \(line)" }
}

@Suite("A command line")
struct ProgramTests {
  @Test(
    "that is wrong is refused with status 2 and words to act on",
    arguments: [
      CommandLineCase("", "hamlet: Say which command to run."),
      CommandLineCase(
        "incidnts import", "hamlet: There is no command “incidnts”. Did you mean “incidents”?"),
      CommandLineCase("zebra", "hamlet: There is no command “zebra”."),
      CommandLineCase(
        "incidents", "hamlet incidents: Say which of these: import, count."),
      CommandLineCase(
        "incidents imprt",
        "hamlet incidents: There is no command “incidents imprt”."
          + " Did you mean “incidents import”?"),
      CommandLineCase(
        "--databse x incidents count",
        "hamlet: There is no option --databse before the command. Did you mean --database?"),
      CommandLineCase("--database", "hamlet: --database needs a value: --database URL."),
      CommandLineCase("incidents import", "hamlet incidents import: FILE… is missing."),
      CommandLineCase(
        "incidents import a.csv --sorce x",
        "hamlet incidents import: `hamlet incidents import` has no option --sorce."
          + " Did you mean --source?"),
      CommandLineCase(
        "incidents import a.csv --source",
        "hamlet incidents import: --source needs a value: --source NAME."),
      CommandLineCase(
        "incidents import a.csv --source --json",
        "hamlet incidents import: --source needs a value: --source NAME."),
      CommandLineCase(
        "incidents import a.csv --source police-ukk",
        "hamlet incidents import: --source: “police-ukk” is not one of police-uk, mapped."
          + " Did you mean police-uk?"),
      CommandLineCase(
        "incidents import a.csv --source mapped --source mapped",
        "hamlet incidents import: --source is given twice: give it once."),
      CommandLineCase(
        "incidents import a.csv --json=yes", "hamlet incidents import: --json takes no value."),
      CommandLineCase(
        "incidents count --from 2023-13",
        "hamlet incidents count: --from: expected a month such as 2023-01, not “2023-13”."),
      CommandLineCase(
        "incidents count x", "hamlet incidents count: “x” is one argument too many."),
      CommandLineCase("--json migrate", "hamlet migrate: `hamlet migrate` does not take --json."),
      CommandLineCase("account add", "hamlet account add: NAME is missing."),
      CommandLineCase("account add ann", "hamlet account add: --agency NAME is missing."),
    ])
  func wrongUse(_ one: CommandLineCase) {
    let (status, record) = call(one.line)
    #expect(status == .wrongUse)
    #expect(record.output == "")
    let lines = record.messages.split(separator: "\n")
    #expect(lines.first.map(String.init) == one.expected)
    #expect(lines.dropFirst().first?.hasPrefix("Write: hamlet") == true)
    #expect(lines.last?.hasPrefix("Help:  hamlet") == true)
  }

  @Test(
    "that is right reaches its command with its values",
    arguments: [
      CommandLineCase("incidents import a.csv b.zip", "a.csv,b.zip source - json false db -"),
      CommandLineCase(
        "incidents import --source police-uk a.csv", "a.csv source police-uk json false db -"),
      CommandLineCase(
        "incidents import --source=mapped -- --x", "--x source mapped json false db -"),
      CommandLineCase(
        "--database sqlite:x incidents import - --json", "- source - json true db sqlite:x"),
      CommandLineCase(
        "--json incidents import a --database=y", "a source - json true db y"),
    ])
  func rightUse(_ one: CommandLineCase) {
    let (status, record) = call(one.line)
    #expect(status == .done)
    #expect(record.output == one.expected + "\n")
    #expect(record.messages == "")
  }

  @Test("shows how to write it after what is wrong")
  func usage() {
    let (_, record) = call("incidents import")
    #expect(
      record.messages == """
        hamlet incidents import: FILE… is missing.
        Write: hamlet incidents import FILE… [--source NAME] [--json]
        Help:  hamlet incidents import --help

        """)
  }

  @Test(
    "ends with the status of its error",
    arguments: [
      ("refused", Commands.ExitStatus.inputRefused, "a.csv, line 2, column 3: expected a month.\n"),
      ("problem", .failed, "Stop the server first.\n"),
      ("secret", .failed, "Something went wrong (Secret).\n"),
      ("usage", .wrongUse, "hamlet fail: Choose one.\n"),
    ])
  func errors(_ kind: String, _ status: Commands.ExitStatus, _ start: String) {
    let (ended, record) = call("fail \(kind)")
    #expect(ended == status)
    #expect(record.messages.hasPrefix(start))
  }

  @Test("ends with status 1 when its results cannot be written")
  func unwritten() {
    let messages = Guarded<[UInt8]>([])
    let console = Console(
      out: { _ in throw OutputProblem() }, err: { bytes in messages.withLock { $0 += bytes } })
    let status = program.run(["migrate"], console: console) { _ in () }
    #expect(status == .failed)
    #expect(
      String(decoding: messages.withLock { $0 }, as: UTF8.self) == OutputProblem().message + "\n")
  }

  @Test("does not make the context for help")
  func lazyContext() {
    let (console, _) = Console.recorded()
    let status = program.run(["migrate", "--help"], console: console) { _ in
      Issue.record("the context was made")
    }
    #expect(status == .done)
  }
}

@Suite("Help")
struct HelpTests {
  @Test("lists every command", arguments: ["--help", "-h", "--help zebra"])
  func program(_ line: String) {
    let (status, record) = call(line)
    #expect(status == .done)
    #expect(
      record.output == """
        The system of a partnership.

        Usage: hamlet [--database URL] COMMAND …

        Commands:
          incidents import  read police.uk files
          incidents count   count incidents
          account add       add an account
          migrate           bring the schema up
          fail              fail

        `hamlet COMMAND --help` says how to write one.

        Options:
          --database URL  sqlite:PATH or postgres://…; otherwise HAMLET_DATABASE
          --help          show this help

        """)
  }

  @Test("of a command shows its arguments")
  func command() {
    #expect(
      call("incidents import --help").1.output == """
        hamlet incidents import: read police.uk files.

        Usage: hamlet incidents import FILE… [--source NAME] [--json]

        Nothing of a refused file is stored.

        Arguments:
          FILE…  CSV, .gz, .zip or folder

        Options:
          --source NAME   how they are written: police-uk, mapped
          --json          print one JSON value
          --database URL  sqlite:PATH or postgres://…; otherwise HAMLET_DATABASE
          --help          show this help

        """)
    #expect(call("--help incidents import").1.output == call("incidents import -h").1.output)
  }

  @Test("of a group lists the group")
  func group() {
    let output = call("incidents --help").1.output
    #expect(output.contains("  incidents count   count incidents\n"))
    #expect(!output.contains("migrate"))
  }

  @Test("is broken at 80 characters")
  func wrapped() {
    let words = Array(repeating: "eleven ltrs", count: 12).joined(separator: " ")
    let lines = Help.wrap("  left  " + words, indent: 8)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("        e") || $0.hasPrefix("        l") })
  }

  @Test("gives the version")
  func version() { #expect(call("--version").1.output == "hamlet 1.2\n") }
}

private struct Secret: Error { let name = "Ann Example" }
private struct Stopped: Problem {
  let message = "Stop the server first."
  let status = 409
}

private let program = Program<Void>(
  name: "hamlet", summary: "The system of a partnership.", version: "1.2",
  commands: [
    Command(
      ["incidents", "import"], summary: "read police.uk files",
      details: "Nothing of a refused file is stored.",
      arguments: [
        .files("FILE", "CSV, .gz, .zip or folder"),
        .option(
          "--source", value: "NAME", "how they are written", oneOf: ["police-uk", "mapped"]),
        .flag("--json", "print one JSON value"),
      ]
    ) { invocation, _ in
      invocation.output.line(
        invocation.values("FILE").joined(separator: ",")
          + " source \(invocation.option("--source") ?? "-") json \(invocation.flag("--json"))"
          + " db \(invocation.database ?? "-")")
    },
    Command(
      ["incidents", "count"], summary: "count incidents",
      arguments: [.option("--from", value: "MONTH", "the first month")]
    ) { invocation, _ in
      _ = try invocation.option("--from", expected: "a month such as 2023-01") {
        $0 == "2023-01" ? $0 : nil
      }
    },
    Command(
      ["account", "add"], summary: "add an account",
      arguments: [
        .value("NAME", "who"),
        .option("--agency", value: "NAME", "for whom they work", isRequired: true),
      ]
    ) { _, _ in },
    Command(["migrate"], summary: "bring the schema up") { invocation, _ in
      invocation.output.line("done")
    },
    Command(["fail"], summary: "fail", arguments: [.value("KIND", "how")]) { invocation, _ in
      switch invocation.value("KIND") {
      case "refused":
        throw InputRefused(file: "a.csv", line: 2, column: 3, reason: "expected a month.")
      case "problem": throw Stopped()
      case "usage": throw UsageError("Choose one.")
      default: throw Secret()
      }
    },
  ])

private func call(_ line: String) -> (Commands.ExitStatus, Console.Record) {
  let (console, record) = Console.recorded()
  let status = program.run(line.split(separator: " ").map(String.init), console: console) { _ in ()
  }
  return (status, record)
}
