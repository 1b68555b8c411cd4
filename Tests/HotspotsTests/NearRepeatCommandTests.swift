import Testing

@testable import Hotspots

@Suite("The command near-repeat")
struct NearRepeatCommandTests {
  private typealias Fixture = NearRepeatFixture

  @Test("finds the band the pairs lie in, and states each band with its ends")
  func finds() throws {
    let answer = try Fixture.run(Fixture.pairs)
    #expect(answer.status == 0, "\(answer.messages)")
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(
      lines.first
        == "Near repeats: 1 of 25 bands has a ratio of 1.2 or more and p under 0.05: "
        + "0.001 to under 100 m, 1 day.")
    #expect(
      lines[1]
        == "Repeats at the same place: no band has a ratio of 1.2 or more and p under 0.05.")
    let cells = lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    for row in [
      "under 0.001 m the same day 0 0.00 none 1.000",
      "0.001 to under 100 m the same day 0 0.00 none 1.000",
      "0.001 to under 100 m 1 day 12 0.52 23.00 0.001 *",
      "400 to under 500 m 14 to 27 days 0 0.00 none 1.000",
      "Events: 24, 10 January 2026 to 11 December 2026",
    ] { #expect(cells.contains(row), "\(row) in \(answer.output)") }
    let same = try #require(lines.firstIndex(of: "The same place"))
    let near = try #require(lines.firstIndex(of: "Near by"))
    #expect(near - same == 7 && lines.allSatisfy { $0.last != " " })
  }

  @Test("says where no band is for one place alone")
  func noSamePlace() throws {
    let answer = try Fixture.run(Fixture.pairs, "--distances", "100,200", "--days", "7")
    #expect(answer.output.contains("No band is for the same place alone"))
    #expect(answer.output.contains("  under 100 m         0 to 6 days     12"))
    #expect(!answer.output.contains("Repeats at the same place"))
  }

  @Test("prints one JSON value with the margins its tables come from")
  func json() throws {
    let answer = try Fixture.run(
      Fixture.pairs, "--json", "--distances", "1,100", "--days", "1,2", "--metric", "manhattan",
      "--permutations", "99", "--seed", "7")
    #expect(
      answer.output.hasPrefix(
        #"{"parameters":{"distances":[0,1,100],"days":[0,1,2],"metric":"manhattan","#
          + #""permutations":99,"seed":7,"place":"exact","time":"day","version":1},"#
          + #""events":24,"from":"2026-01-10","to":"2026-12-11","pairs":276,"#
          + #""pairsByDistance":[0,12],"pairsByTime":[0,12],"samePlace":[{"metresFrom":0,"#),
      "\(answer.output)")
    #expect(answer.output.contains(#""p":0.01,"notable":true}"#))
  }

  @Test("is the same for the same seed, and counts the same for any")
  func repeatable() throws {
    let scattered = (0..<60).map {
      "\($0 * $0 * 37 % 900),\($0 * 53 % 700),2026-01-\(10 + $0 % 20)"
    }
    let one = try Fixture.run(scattered, "--json")
    let again = try Fixture.run(scattered, "--json")
    #expect(one.status == 0 && one == again)
    let other = try Fixture.run(scattered, "--json", "--seed", "1")
    #expect(one.output != other.output)
    let headed = try Fixture.run(["X,Northing,Date"] + scattered, "--json")
    #expect(headed.output == one.output)
  }

  @Test("finds the columns by their headings, or as they are named")
  func columns() throws {
    let rows = Fixture.pairs.map { row in
      let parts = row.split(separator: ",")
      return "\(parts[2]),a,\(parts[1]),\(parts[0])"
    }
    let plain = try Fixture.run(Fixture.pairs).output
    #expect(try Fixture.run(["date,kind,y,x"] + rows).output == plain)
    #expect(try Fixture.run(["Date,kind,Northings,Eastings", ""] + rows).output == plain)
    let named = try Fixture.run(
      ["Reported,x,North,East"] + rows, "--x", "east", "--y", "North", "--date", "Reported")
    #expect(named.output == plain)
  }

  @Test(
    "refuses a file it cannot read, with its line",
    arguments: [
      (["x,y,date", "1,2,2026-01-02", "a,2,2026-01-02"], "line 3, column 1: expected metres"),
      (["x,y,date", "1,,2026-01-02"], "line 2, column 2: expected metres"),
      (["1,2,2026-01-02", "1,inf,2026-01-02"], "line 2, column 2: expected metres"),
      (["1,2,2026-01-02", "1,2"], "line 2, column 3: expected a day written yyyy-mm-dd or"),
      (["1,2,01/31/2026"], "line 1, column 3: expected a day"),
      (
        ["1,2,x", "1,2,2026-01-02", "1,y,2026-01-02", "z,1,2026-01-02"],
        "line 1, column 3: expected a day written yyyy-mm-dd or dd/mm/yyyy; --date-format says "
          + "another order. Also wrong: lines 3, 4."
      ),
      (["easting,northing,day"], "line 1: there is no column “date”: name it by --date."),
      (["x,easting,y,date"], "column 2: this is the second column for x: name one by --x."),
      (["1,2,\"2026"], "line 1, column 5: the quotation mark opened here is never closed."),
      ([], "it holds 0 events; a near-repeat test needs 10."),
    ] as [([String], String)])
  func refused(lines: [String], message: String) throws {
    let answer = try Fixture.run(lines)
    #expect(answer.status == 3 && answer.output.isEmpty)
    #expect(answer.messages.contains(message), "\(answer.messages)")
  }

  @Test("needs ten events", arguments: [9, 10])
  func fewest(count: Int) throws {
    let answer = try Fixture.run(Array(Fixture.pairs.prefix(count)))
    #expect(answer.status == (count < 10 ? 3 : 0))
    #expect(answer.messages.contains("it holds 9 events") == (count < 10))
  }

  @Test("refuses what near repeats cannot be told from, with the reason")
  func unfit() throws {
    let months = "The source gives months, not days, so no near-repeat test is done."
    let moved = "The source's places are moved to points nearby, so no near-repeat test is done."
    let areas = "The source gives areas, not points, so no near-repeat test is done."
    let first = (1...12).map { "1,2,2026-\($0 < 10 ? "0" : "")\($0)-01" }
    let degrees = (0..<12).map { "-0.\($0 + 10),51.\($0 + 10),2026-01-\($0 + 10)" }
    let asked: [([String], [String], String)] = [
      (Fixture.pairs, ["--place", "snapped"], moved), (Fixture.pairs, ["--place", "area"], areas),
      (Fixture.pairs, ["--time", "month"], months),
      (["x,y,date", ",,2026-07"], [], "line 2, column 3: " + months), (first, [], months),
      (degrees, [], "the places are degrees"),
      (["Longitude,Latitude,date"], ["--x", "Longitude", "--y", "Latitude"], "degrees"),
      (Fixture.pairs, ["--x", "East"], "there are no headings"),
    ]
    for (lines, options, message) in asked {
      let answer = try Fixture.run(lines, options)
      #expect(answer.status == 3 && answer.output.isEmpty)
      #expect(answer.messages.contains(message), "\(message) in \(answer.messages)")
    }
    #expect(try Fixture.run(Fixture.pairs, "--place", "exact", "--time", "minute").status == 0)
  }

  @Test(
    "says how an argument is written",
    arguments: [
      ("--distances", "2,1"), ("--days", "1.5"), ("--metric", "chess"), ("--permutations", "19"),
      ("--permutations", "10000"), ("--seed", "-1"), ("--place", "near"), ("--time", "year"),
      ("--date-format", "yy"),
    ])
  func usage(option: String, value: String) throws {
    let answer = try Fixture.run(Fixture.pairs, option, value)
    #expect(answer.status == 2 && answer.messages.contains(option))
  }

  @Test("takes dates with months first only where that is said")
  func american() throws {
    let rows = Fixture.pairs.map { row in
      let parts = row.split(separator: ",")
      let date = parts[2].split(separator: "-")
      return "\(parts[0]),\(parts[1]),\(date[1])/\(date[2])/\(date[0])"
    }
    let said = try Fixture.run(rows, "--date-format", "mm/dd/yyyy")
    let plain = try Fixture.run(Fixture.pairs)
    #expect(said.status == 0 && said == plain)
    let dayFirst = try Fixture.run(rows)
    #expect(dayFirst.status == 0 && dayFirst != plain)
  }

  @Test("says that there is no such file")
  func missing() {
    let answer = Fixture.run(path: "/nowhere/events.csv", [])
    #expect(answer.status == 2 && answer.messages.contains("/nowhere/events.csv"))
  }
}
