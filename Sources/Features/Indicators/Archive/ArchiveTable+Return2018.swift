extension ArchiveTable {
  /// The performance table of 2018/19 with figures and states as published, where "Orange" is amber.
  ///
  /// Source: community safety partnership performance report to Overview and Scrutiny, 1 March 2021.
  static let return2018 = """
    priority,indicator,ytd,previous_ytd,change_percent,direction_of_travel
    "ASB, inc. drugs & alcohol",ASB calls to 101 to report ASB,14768,14909,-0.95,Green
    "ASB, inc. drugs & alcohol",Number of ASB repeat callers to police,522,574,-9.06,Green
    "ASB, inc. drugs & alcohol",ASB reports via new online reporting portal,1041,776,+34.15,Green
    "ASB, inc. drugs & alcohol",Drug related ASB reports via new online reporting portal,1563,257,+508.17,Green
    "ASB, inc. drugs & alcohol",Number of arrests on drug specific operations (e.g. Op Continuum),190,,,Green
    "ASB, inc. drugs & alcohol",Number of charges for drug supply following drug specific operations,148,,,Green
    Violence,Number of Domestic Abuse Offences,3393,3013,+12.61,Red
    Violence,Specialist Domestic Violence court conviction rate,69%,72%,-4.2,Orange
    Violence,Number of serious youth violence offences,320,309,+3.56,Orange
    Violence,Number of personal robberies,1472,1448,+1.66,Orange
    Hate Crime,Number of offences reported to police,830,889,-6.64,Green
    Re-offending,Total burglary,3293,2928,+12.47,Red
    Re-offending,Number of knife crimes,741,683,+8.49,Red
    """
}
