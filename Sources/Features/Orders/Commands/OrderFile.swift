internal import Commands
internal import Design
internal import Documents
internal import FoundationEssentials
internal import HTTP
internal import Kernel

/// An order as a JSON file of the fields of its form, so that no name stands in the shell's history.
///
/// Days are written `2026-11-20`, several values as a list, boxes that are ticked as `true`.
struct OrderFile {
  /// A field of the form, and what is written in it.
  struct Field: Sendable {
    let name: String
    let title: String
    var isDay = false
  }

  let fields: Fields

  /// The fields the form of a power has.
  static func known(_ power: Power) -> [Field] {
    var fields = [
      Field(name: "name", title: power.nameTitle),
      Field(name: "place", title: "Street or postcode"),
      Field(name: "starts", title: power.startTitle, isDay: true),
      Field(name: "ends", title: "Last day", isDay: true),
      Field(name: "evidence", title: "What it rests on"),
      Field(name: "prohibitions", title: "What it forbids"),
      Field(name: "requirements", title: "What it requires"),
      Field(name: "consultees", title: "Who was consulted"),
      Field(name: "legal-lead", title: "Legal lead"),
      Field(name: "case", title: "List of references of cases or reports"),
    ]
    func add(_ isAsked: Bool, _ more: [Field]) { if isAsked { fields += more } }
    add(
      !power.tests.isEmpty,
      [
        Field(
          name: "test",
          title: "List of the parts of the test that were met: "
            + power.tests.map(\.key).joined(separator: ", "))
      ])
    add(power == .protectionNotice, [Field(name: "warning", title: "Reference of the warning")])
    add(
      power.target == .personOrBody, [Field(name: "body", title: "true where it is a body")])
    add(
      Power.personal.contains(power),
      [
        Field(name: "born", title: "Date of birth", isDay: true),
        Field(name: "sex", title: words(EqualityFacts.Sex.self)),
        Field(name: "sex-source", title: words(EqualityFacts.Source.self)),
        Field(name: "ethnicity", title: words(EqualityFacts.EthnicGroup.self)),
        Field(name: "ethnicity-source", title: words(EqualityFacts.Source.self)),
        Field(name: "ward", title: "Code of the ward they live in, or outside"),
      ])
    add(
      power.asksSupport,
      [
        Field(name: "support", title: words(SupportOffer.self)),
        Field(name: "support-reason", title: "What was offered, or why it could not wait"),
        Field(name: "support-review", title: "Day support is looked at again", isDay: true),
        Field(name: "youth-team", title: "true where the youth offending team was asked"),
      ])
    add(
      power.canRequireTreatment,
      [Field(name: "treatment", title: "true where it requires engaging in treatment")])
    add(
      power.coversArea,
      [Field(name: "area", title: "Area it covers, such as ward/2022/E05000573")])
    add(power.isClosure, [Field(name: "drugs", title: "true where premises are used for drugs")])
    add(
      power.target == .area, [Field(name: "rights", title: "How articles 10 and 11 were weighed")])
    add(
      power.kind == .legacy && power.target == .person,
      [Field(name: "born", title: "Date of birth", isDay: true)])
    add(
      power.isCourts || power == .closureNotice || power.kind == .legacy,
      [Field(name: "court", title: "Court")])
    add(
      power == .dispersal,
      [
        Field(name: "authorised", title: "Day the authorisation began", isDay: true),
        Field(name: "authorised-time", title: "Such as 14:30"),
        Field(name: "authorised-end", title: "Day the authorisation ends", isDay: true),
        Field(name: "authorised-end-time", title: "Such as 14:30"),
        Field(name: "removal", title: "Of somebody under 16: \(words(Removal.self))"),
      ])
    add(
      power.runsByTheHour,
      [
        Field(name: "start-time", title: "Such as 14:30"),
        Field(name: "end-time", title: "Such as 14:30"),
        Field(name: "authoriser", title: words(Authoriser.self)),
      ])
    add(
      power.isServed,
      [
        Field(name: "served", title: "Day of service", isDay: true),
        Field(name: "served-time", title: "Such as 14:30"),
      ])
    add(
      power == .closureNotice,
      [
        Field(name: "hearing", title: "Day of the hearing", isDay: true),
        Field(name: "hearing-time", title: "Such as 14:30"),
        Field(name: "advice", title: "Who advises on housing and the law nearby"),
      ])
    return fields
  }

  private static func words<Value: CaseIterable & RawRepresentable<String>>(
    _ type: Value.Type
  ) -> String { Value.allCases.map(\.rawValue).joined(separator: ", ") }

  /// Reads a file; `-` is standard input.
  init(reading file: String, for power: Power) throws {
    var bytes: [UInt8] = []
    let take: (UnsafeRawBufferPointer) -> Void = { bytes += $0 }
    if file == "-" { try FileBytes.readStandardInput(take) } else { try FileBytes.read(file, take) }
    let read: [String: Value]
    do { read = try JSONDecoder().decode([String: Value].self, from: Data(bytes)) } catch {
      throw InputRefused(file: file, reason: "it is no JSON object of fields. Nothing was stored.")
    }
    let known = Self.known(power)
    if let stranger = read.keys.sorted().first(where: { key in !known.contains { $0.name == key } })
    {
      throw InputRefused(
        file: file,
        reason:
          "there is no field “\(stranger.prefix(40))”: hamlet orders fields \(power.rawValue) lists "
          + "them. Nothing was stored.")
    }
    var pairs: [(String, String)] = []
    for field in known {
      guard let value = read[field.name] else { continue }
      for text in value.texts {
        guard field.isDay else {
          pairs.append((field.name, text))
          continue
        }
        guard let day = Day(text) else {
          throw InputRefused(
            file: file, reason: "\(field.name): write a day such as 2026-11-20. Nothing was stored."
          )
        }
        pairs += DateInput.fields(field.name, day)
      }
    }
    fields = Fields(pairs)
  }

  /// A value of the file.
  private enum Value: Decodable {
    case text(String)
    case list([String])
    case flag(Bool)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let list = try? container.decode([String].self) {
        self = .list(list)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var texts: [String] {
      switch self {
      case .text(let text): [text]
      case .list(let texts): texts
      case .flag(let flag): flag ? ["yes"] : []
      }
    }
  }
}
