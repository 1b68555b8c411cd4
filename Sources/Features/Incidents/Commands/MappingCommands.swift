internal import Access
internal import Commands
internal import Database
internal import FoundationEssentials
internal import HTTP
internal import Kernel
internal import Partnership

/// The commands about mappings.
enum MappingCommands {
  static let all = [list, show, save, tryOut]

  private static let list = Command<Services>(
    ["incidents", "mappings"], summary: "list the mappings that files can be read by",
    arguments: [.flag("--json", "print one JSON value")]
  ) { invocation, services in
    let lines = try services.database.read { read in
      try MappingStore.all(read).map { try SourceLine($0, read) }
    }
    if invocation.flag("--json") {
      invocation.output.json(["mappings": .array(lines.map(\.json))])
    } else {
      for line in lines { invocation.output.line(line.words) }
      if lines.isEmpty {
        invocation.output.line("No mapping is saved. Begin with one of these templates:")
        for template in MappingTemplate.all {
          invocation.output.line("  \(template.key): \(template.title)")
        }
      }
    }
  }

  private static let show = Command<Services>(
    ["incidents", "mapping", "show"], summary: "print a mapping, or a template to begin one from",
    details: """
      Prints the JSON that hamlet incidents mapping save reads. Templates: \
      \(MappingTemplate.all.map(\.key).joined(separator: ", ")).
      """,
    arguments: [.value("KEY", "the mapping's key, or a template's")]
  ) { invocation, services in
    let key = invocation.value("KEY")
    let saved = try services.database.read { try MappingStore.find(key, $0) }
    let template = MappingTemplate.all.first { $0.key == key }?.mapping
    guard let mapping = saved?.mapping ?? template else {
      throw unknown(key, argument: "KEY", services)
    }
    invocation.output.json(mapping.json)
  }

  private static let save = Command<Services>(
    ["incidents", "mapping", "save"], summary: "keep a mapping, as the next version of its key",
    details: """
      Imports keep the version they were read by; a later version changes none of them. A mapping \
      that says the same as the latest version makes no other.
      """,
    arguments: [
      .file("FILE", "JSON as hamlet incidents mapping show prints it"),
      .flag("--json", "print key and version as one JSON value"),
    ]
  ) { invocation, services in
    let path = invocation.value("FILE")
    let mapping = try read(path, services)
    let saved = try MappingSaving(services).save(mapping, by: nil)
    if invocation.flag("--json") {
      invocation.output.json([
        "key": .string(saved.mapping.key), "version": .integer(saved.version),
      ])
    } else {
      invocation.output.line("\(saved.mapping.key): version \(saved.version)")
    }
  }

  private static let tryOut = Command<Services>(
    ["incidents", "mapping", "try"], summary: "show how a mapping reads a file; stores nothing",
    arguments: [
      .value("KEY", "the mapping's key"), .file("FILE", "a file of the source"),
      .flag("--json", "print one JSON value"),
    ]
  ) { invocation, services in
    let saved = try find(invocation.value("KEY"), argument: "KEY", services)
    let path = invocation.value("FILE")
    guard FileManager.default.fileExists(atPath: path) else {
      throw UsageError(NoSuchFile(path: path).message, argument: "FILE")
    }
    let sample = try SampleReader(services).sample(path, title: nil, saved.mapping).sample
    let preview = try ExtractPreview(sample, saved.mapping, services)
    if invocation.flag("--json") {
      invocation.output.json(preview.json)
    } else {
      for line in preview.lines { invocation.output.line(line) }
    }
    if let fault = preview.fault { throw InputRefused(file: path, reason: "\(fault).") }
  }

  /// A saved mapping by its key.
  static func find(_ key: String, argument: String, _ services: Services) throws -> SavedMapping {
    guard let saved = try services.database.read({ try MappingStore.find(key, $0) }) else {
      throw unknown(key, argument: argument, services)
    }
    return saved
  }

  private static func unknown(
    _ key: String, argument: String, _ services: Services
  ) -> UsageError {
    let keys =
      (try? services.database.read { try MappingStore.all($0) })?.map(\.mapping.key).sorted() ?? []
    let known = argument == "--source" ? [SourceVersion.policeUK.key] + keys : keys
    let words =
      known.isEmpty
      ? "no mapping is saved yet; hamlet incidents mapping save keeps one."
      : "the sources are \(known.joined(separator: ", "))."
    return UsageError("\(argument): there is no mapping “\(key)”; \(words)", argument: argument)
  }

  private static func read(_ path: String, _ services: Services) throws -> Mapping {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw UsageError(NoSuchFile(path: path).message, argument: "FILE")
    }
    do {
      let mapping = try Mapping(json: String(decoding: bytes, as: UTF8.self))
      try MappingSaving(services).check(mapping)
      return mapping
    } catch let problem as MappingProblem {
      throw InputRefused(file: path, reason: "\(problem.message). Nothing was saved.")
    } catch let refusal as Refusal {
      let words = refusal.entries.map { "“\($0.field)”: \($0.message)" }.joined(separator: ". ")
      throw InputRefused(file: path, reason: "\(words). Nothing was saved.")
    }
  }
}

/// A mapping in the list, with what there is of its source.
private struct SourceLine {
  let saved: SavedMapping
  let facts: ExtractFacts.Summary

  init(_ saved: SavedMapping, _ read: Read) throws {
    self.saved = saved
    facts = try ExtractFacts.summary(of: saved.id, read)
  }

  var json: JSON {
    [
      "key": .string(saved.mapping.key), "version": .integer(saved.version),
      "title": .string(saved.mapping.title), "place": .string(saved.mapping.place.rawValue),
      "time": .string(saved.mapping.time.rawValue), "events": .integer(facts.events),
      "from": JSON(facts.months?.lowerBound.description),
      "to": JSON(facts.months?.upperBound.description),
      "lastDay": JSON(facts.lastDay?.description),
    ]
  }

  var words: String {
    let span = facts.months.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "nothing imported"
    return "\(saved.mapping.key)  version \(saved.version)  \(saved.mapping.title)  "
      + "\(facts.events) incidents  \(span)"
  }
}
