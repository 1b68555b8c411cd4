internal import Database
internal import FoundationEssentials
internal import Kernel
internal import Partnership

/// The demonstration's incidents: three years of made-up month files and of a made-up council's
/// reports, imported as real ones are, and one further month left for a newcomer to import.
enum Demonstration {
  /// Writes and imports the files of a world.
  static func make(_ world: World, _ services: Services) throws {
    let months = try ThornmereMonths(world)
    let folder = folder(services.settings)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    var paths: [String] = []
    for month in months.months { paths.append(try write(month, of: months, in: folder)) }
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    let importer = IncidentImporter(services)
    _ = try importer.run(
      importer.find(paths), ImportOptions(asOf: world.today), ImportObserver()
    ) { write, _ in
      try AreaStore.set(IncidentArea(forces: [World.force], lsoas: []), in: write)
    }
    _ = try write(months.latest.adding(months: 1), of: months, in: folder)
    try CouncilReports(world, months).makeSource(in: folder, services)
  }

  /// The folder beside the database that holds the further month.
  static func folder(_ settings: Settings) -> String {
    let parts = settings.uploads.split(separator: "/", omittingEmptySubsequences: false)
    return (parts.dropLast() + ["demonstration"]).joined(separator: "/")
  }

  /// The file left to be imported by hand, while it is there.
  static func trial(_ settings: Settings) -> String? {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder(settings))
    return names?.sorted().first { SourceName.isStreet($0) }
  }

  /// The content of that file, with its name.
  static func trialFile(_ settings: Settings) throws -> (name: String, bytes: [UInt8])? {
    guard let name = trial(settings) else { return nil }
    let file = URL(filePath: "\(folder(settings))/\(name)")
    return (name, [UInt8](try Data(contentsOf: file)))
  }

  private static func write(
    _ month: Month, of months: ThornmereMonths, in folder: String
  ) throws -> String {
    let path = "\(folder)/\(ThornmereMonths.fileName(month))"
    try Data(months.file(month).utf8).write(to: URL(filePath: path))
    return path
  }
}
