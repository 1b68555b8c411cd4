import Kernel

/// Street files as data.police.uk writes them, all made up.
enum Streets {
  static let header =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    + "Crime type,Last outcome category,Context"

  /// A file of one force and month; every fourth row is anti-social behaviour without an id.
  static func file(_ month: String, rows: Int, seed: UInt64 = 1) -> String {
    var generator = SeededGenerator(seed: seed)
    var text = header + "\n"
    for number in 0..<rows {
      let isASB = number % 4 == 3
      let digits = String(generator.next(), radix: 16)
      let id = String(repeating: "0", count: 64 - digits.count) + digits
      let ward = Int.random(in: 1...40, using: &generator)
      let place = String(ward * 37 % 1000 + 1000).dropFirst()
      text +=
        "\(isASB ? "" : id),\(month),Test Police,Test Police,-0.40\(place),52.24\(place),"
        + "On or near Street \(ward),E0100\(1000 + ward),Testford \(ward),"
        + "\(isASB ? "Anti-social behaviour" : "Burglary"),"
        + "\(isASB ? "" : "Under investigation"),\n"
    }
    return text
  }
}
