internal import Commands
internal import Documents
internal import Kernel
internal import Names

/// Somebody of a register while it is read; never kept.
struct KnownPerson: Sendable {
  let name: String
  let born: Day
}

/// A register as an organisation sends it: a CSV file of names and dates of birth, and no more.
enum KnownList {
  private static let most = 200_000

  /// Such as "12 people are loaded".
  static func words(_ count: Int) -> String {
    count == 1 ? "One person is loaded" : "\(count) people are loaded"
  }

  /// Reads a file; throws ``InputRefused`` with the first line that is wrong, without what it says.
  static func read(_ path: String, name: String, today: Day) throws -> [KnownPerson] {
    var people: [KnownPerson] = []
    var isFirst = true
    func refused(_ line: Int?, _ reason: String) -> InputRefused {
      InputRefused(file: name, line: line, reason: reason)
    }
    func take(_ record: CSVRecord) throws {
      guard !record.isBlank else { return }
      if isFirst {
        isFirst = false
        guard record.texts.map({ CaseMapping.plain($0) }) == ["name", "born"] else {
          throw refused(
            record.line, "the headings must be name,born, and nothing else may be sent.")
        }
        return
      }
      guard people.count < most else {
        throw refused(record.line, "it has more than \(most) lines.")
      }
      guard
        let moment = CarriedDates.dayFirst.moment(record.text(1), notAfter: today.civil.year)
      else { throw refused(record.line, "the date of birth is no day, such as 12/03/1980.") }
      let person = KnownPerson(name: record.text(0), born: London.day(moment))
      guard try KnownTokens.canMatch([person.name], person.born) else {
        throw refused(record.line, "two names are needed, a first and a family name.")
      }
      people.append(person)
    }
    var reader = CSVReader(maximumRecord: 1 << 12, maximumFields: 16)
    do {
      try FileBytes.read(path) { try reader.read($0, take) }
      try reader.finish(take)
    } catch let problem as CSVProblem {
      throw refused(problem.line, problem.reason)
    } catch is FileProblem { throw refused(nil, "it cannot be opened. Check its name.") }
    guard !people.isEmpty else { throw refused(nil, "it names nobody.") }
    return people
  }
}
