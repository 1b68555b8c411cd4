internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// Who receives orders from the shell, and the numbers of people that is held against.
enum EqualityCommands {
  static let all = [compare, bases]

  private static let compare = Command<Services>(
    ["orders", "equality"], summary: "print who receives orders, by group, as CSV",
    details: "Counts of 1 to 4 are hidden, and others where a hidden one could be worked out.",
    arguments: [
      .option("--power", value: "NAME", "one power", oneOf: Power.personal.map(\.rawValue))
    ]
  ) { invocation, services in
    let power = invocation.option("--power").flatMap { Power(rawValue: $0) }
    let reading = try services.database.read { read in
      try EqualityReading(power, services, on: services.clock.today, read)
    }
    if !reading.isKept {
      try services.database.write { write in try reading.keep(services.keyring, in: write) }
    }
    let text = String(decoding: reading.csv, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) { invocation.output.line(String(line)) }
  }

  private static let bases = Command<Services>(
    ["orders", "bases"], summary: "read how many people live here by age, sex and ethnic group",
    details: """
      A CSV file with the columns dimension, group and people, such as a table of the census: age by \
      10-17, 18-24, 25-34, 35-49 and 50+; sex by female and male; ethnicity by asian, black, mixed, \
      white and other. What was held of a dimension in the file is replaced. Wards have theirs from \
      hamlet places import.
      """,
    arguments: [
      .value("FILE", "the CSV file"),
      .option(
        "--source", value: "TEXT", "where it is from, such as “Census 2021”", isRequired: true),
      .option("--year", value: "YEAR", "the year it counts", isRequired: true),
    ]
  ) { invocation, services in
    let year = try invocation.option("--year", expected: "a year such as 2021") { text in
      Int(text).flatMap { (1900...2100).contains($0) ? $0 : nil }
    }
    let file = try EqualityBaseFile(reading: invocation.value("FILE"))
    try services.database.write { write in
      try EqualityBase.replace(
        file.rows, year: year ?? 0, source: invocation.value("--source"), in: write)
      try services.audit.record(
        AuditEvent(
          actor: nil, action: "orders.bases-set", subject: "orders",
          detail: ["groups": String(file.rows.count), "year": String(year ?? 0)],
          at: services.clock.now()), in: write)
    }
    invocation.output.line("\(file.rows.count) groups are kept.")
  }
}
