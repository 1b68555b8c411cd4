internal import Commands
internal import Database
internal import Design
internal import FoundationEssentials
internal import HTTP
internal import Kernel
internal import Partnership

/// The commands about the restricted list of vehicles.
///
/// Marks and purposes are never printed, and never typed where a list of processes or a history of
/// the shell would keep them: a proposal is read from a file. Putting a vehicle in force needs a
/// second person who has signed in, so that it is done on the page alone.
enum VehicleCommands {
  static let all = [list, propose, remove]

  private static let list = Command<Services>(
    ["tasking", "vehicles"],
    summary: "list the entries of the restricted list, without their marks",
    details: "Marks and purposes are shown on the page alone, to those who have signed in.",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let entries = try services.database.write { write in
      let entries = try VehicleStore(keyring: services.keyring)
        .current(on: services.clock.today, write)
      try CommandRecord.add(
        "tasking.vehicles-read", VehicleHandlers.subject,
        ["entries": entries.map(\.id.description).joined(separator: " "), "marks": "not shown"],
        services, in: write)
      return entries
    }
    if invocation.flag("--json") {
      invocation.output.json(["vehicles": .array(entries.map(json))])
      return
    }
    for entry in entries {
      invocation.output.line(
        "\(entry.id)  \(entry.isInForce ? "in force" : "waits for a manager")  "
          + "\(entry.grading.code)  until \(entry.expires)")
    }
    if entries.isEmpty { invocation.output.line("No vehicle is on the list or proposed for it.") }
  }

  private static let propose = Command<Services>(
    ["tasking", "vehicle", "propose"], summary: "propose a vehicle for the restricted list",
    details: """
      FILE is JSON with the text members plate, purpose, source (\(grades(SourceGrading.Source.self))), \
      assessment (\(grades(SourceGrading.Assessment.self))), handling \
      (\(grades(SourceGrading.Handling.self))), conditions where handling is C, and expires, a day. \
      Delete the file afterwards: it names the vehicle. A manager who has signed in authorises it.
      """,
    arguments: [.file("FILE", "the proposal as JSON")]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let new = try read(path, today: services.clock.today)
    let store = VehicleStore(keyring: services.keyring)
    let id = try services.database.write { write -> ID<VehicleEntry>? in
      if let standing = try store.standing(new.plate, write),
        standing.expires >= services.clock.today
      {
        return nil
      }
      let id = try store.add(new, by: nil, at: services.clock.now(), in: write)
      try CommandRecord.add(
        "tasking.vehicle-proposed", VehicleHandlers.subject,
        ["entry": id.description, "until": new.expires.description], services, in: write)
      return id
    }
    guard let id else {
      throw InputRefused(
        file: path, reason: "this vehicle is on the list or proposed for it already.")
    }
    invocation.output.line("\(id)  waits for a manager")
  }

  private static let remove = Command<Services>(
    ["tasking", "vehicle", "remove"], summary: "take an entry off the restricted list",
    arguments: [.value("NUMBER", "the entry, as hamlet tasking vehicles lists it")]
  ) { invocation, services in
    let store = VehicleStore(keyring: services.keyring)
    try services.database.write { write in
      let id: ID<VehicleEntry> = try CommandRecord.id(invocation, "an entry")
      guard let entry = try store.find(id, on: services.clock.today, write) else {
        throw UsageError("NUMBER: the list has no entry \(id).", argument: "NUMBER")
      }
      try store.remove(entry, at: services.clock.now(), in: write)
      try CommandRecord.add(
        "tasking.vehicle-removed", VehicleHandlers.subject, ["entry": id.description], services,
        in: write)
    }
    invocation.output.line("Taken off the list.")
  }

  /// What the file of a proposal says.
  private static func read(_ path: String, today: Day) throws -> NewVehicle {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw UsageError("FILE: “\(path)” cannot be read.", argument: "FILE")
    }
    guard let members = try? JSONDecoder().decode([String: String].self, from: data) else {
      throw InputRefused(file: path, reason: "expected one JSON object of text members.")
    }
    var fields = Fields(members.filter { $0.key != "expires" }.map { ($0.key, $0.value) })
    guard let expires = members["expires"].flatMap({ Day($0) }) else {
      throw InputRefused(file: path, reason: "expires: expected a day such as 2026-12-31.")
    }
    for (name, value) in DateInput.fields("expires", expires) { fields.append(name, value) }
    do throws(Refusal) { return try VehicleForm(fields, today: today).vehicle } catch {
      let reasons = error.entries.map { entry in
        "\(entry.field.hasPrefix("expires") ? "expires" : entry.field): \(entry.message)"
      }
      throw InputRefused(file: path, reason: reasons.joined(separator: "; ") + ".")
    }
  }

  private static func grades<Grade: RawRepresentable<String> & CaseIterable>(
    _ type: Grade.Type
  ) -> String { type.allCases.map(\.rawValue).joined(separator: ", ") }

  private static func json(_ entry: VehicleEntry) -> JSON {
    [
      "number": .string(entry.id.description), "isInForce": .bool(entry.isInForce),
      "grading": .string(entry.grading.code), "expires": .string(entry.expires.description),
    ]
  }
}
