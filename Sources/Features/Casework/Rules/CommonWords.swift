/// Words that stand beside figures and make no registration mark with them.
enum CommonWords {
  /// After these a mark of any shape is meant.
  static let announcing: Set<String> = ["REG", "REGISTRATION", "PLATE", "NUMBERPLATE", "VRM"]

  /// What may stand between.
  static let filling: Set<String> = ["NUMBER", "NO", "MARK", "PLATE", "IS", "WAS", "THE", "LIKE"]

  /// Everyday words of up to three letters, makes, and models.
  static let all = everyday.union(makes)

  private static let everyday = words(
    """
    AM AN AS AT BE BY CC CM DO FT GO HE IF IN IS IT KG KM ME MY NO OF ON OR PM SO TH TO UP US WE
    ALL AND ANY ARE ASK BAG BAR BAY BIG BIN BIT BOX BOY BUS BUT CAB CAN CAR CAT DAD DAY DID DOG EAR
    END FAR FEW FLY FOR FUN GET GOT GUY HAD HAS HER HIM HIS HIT HOT HOW ITS KID LAD LED LET LIT LOT
    LOW MAN MEN MET MID MIN MPH MUM NEW NOR NOT NOW OFF OLD ONE OUR OUT OWN PEG PER PUB PUT RAN RED
    ROW RUN SAT SAW SAY SEE SET SHE SIX SON TEN THE TON TOO TOP TWO VAN VIA WAS WAY WHO WHY YES YET
    YOU JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC MON TUE WED THU FRI SUN
    """)

  /// Makes and models of letters that stand before figures.
  static let makes = words(
    """
    BMW BYD DAF DS FSO GMC GT JCB KIA KTM LDV MAN MG MX RS SLK CLA CLK CLS GLA GLC GLE SL ML TVR VW
    XC
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
