"""Names with letters of their own, nouns without a plural, and capitals that name nothing."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Split the office into a Vlan", "Split the office into a VLAN"),
        ("Read each Mib by hand", "Read each MIB by hand"),
        ("Drew boats in Autocad and AutoCad", "Drew boats in AutoCAD and AutoCAD"),
        ("Ran tickets in servicenow and Servicenow", "Ran tickets in ServiceNow and ServiceNow"),
        ("Wrote pages in JQuery", "Wrote pages in jQuery"),
        ("Kept files to HIPPA rules", "Kept files to HIPAA rules"),
        ("Moved users to Active directory", "Moved users to Active Directory"),
        ("Kept users in active directory", "Kept users in Active Directory"),
        ("Met Iso 9001 and iso 14001", "Met ISO 9001 and ISO 14001"),
        ("Tested for sox compliance", "Tested for SOX compliance"),
        ("Watched cctv and counted skus", "Watched CCTV and counted SKUs"),
        ("Built sites in Wordpress, Woocommerce and drupal", "Built sites in WordPress, WooCommerce and Drupal"),
        ("Sold pens on e-bay", "Sold pens on eBay"),
    ],
)  # fmt: skip
def test_names_as_their_owners_write_them(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Kept an active directory of members",
        "Kept the active directory of a club",
        "Placed POs and wrote to two GPs",
        "Sold tickets for the Red Sox",
        "Met Mr. Seo of Tesco Plc",
        "Set up WiFi for guests",
        "Drove to Mpls and back",
        "Wrote to shop.ebay.com and mail@github.com",
    ],
)
def test_what_may_be_another_name(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Washed two aircrafts", "Washed two aircraft"),
        ("Typed the survey datas.", "Typed the survey data."),
        ("Met all criterias", "Met all criteria"),
        ("Led the night staffs", "Led the night staff"),
        ("Led the staffs of two firms", "Led the staffs of two firms"),
        ("Led trainings", "Led trainings"),
        ("Researches and evidences what merchandises well", "Researches and evidences what merchandises well"),
    ],
)  # fmt: skip
def test_nouns_without_a_plural(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Wrote the Menu for two shops", "Wrote the menu for two shops"),
        ("Painted a Villa by the sea", "Painted a villa by the sea"),
        ("Answered each Voicemail the same day", "Answered each voicemail the same day"),
        ("Helped parents under IDEA", "Helped parents under IDEA"),
        ("Served in a Battery of guns", "Served in a Battery of guns"),
        ("Worked for Valve in Boston", "Worked for Valve in Boston"),
    ],
)
def test_capitals_that_name_nothing(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Led nine Quality assurance clerks", "Led nine quality assurance clerks"),
        ("Sorted bolts, Purchase orders and nuts", "Sorted bolts, purchase orders and nuts"),
        ("Taught cooks the CRM System and knives", "Taught cooks the CRM system and knives"),
        ("Ran the Mainframe print room", "Ran the mainframe print room"),
        ("Attending Project review meetings", "Attending project review meetings"),
        ("Sold 3 Enterprise network plans", "Sold 3 enterprise network plans"),
        ("Argued Motions and objections in court", "Argued motions and objections in court"),
    ],
)
def test_a_capital_on_half_of_what_names_nothing(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Purchase orders were filed",
        "Kept Purchase orders and Purchase Receipts",
        "Taught Data Mining, Neural networks",
        "Joined the Quality Assurance Guild",
        "Senior Project manager for a mill",
        "Worked in Human resources and Payroll",
        "Wrote for Social media Today",
        "Joined the Quality control department",
        "Sold BAE Systems and nuts",
        "Taught the CRM System (CS) and knives",
        "Fixed a Cisco Router 3845",
    ],
)
def test_a_capital_that_may_belong_to_a_name(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Wrote JAVA code in SCRUM teams", "Wrote Java code in Scrum teams"),
        ("Ran tests in Junit", "Ran tests in JUnit"),
        ("Led two 4H clubs", "Led two 4-H clubs"),
    ],
)
def test_names_in_capitals_that_stand_for_no_letters(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Wrote JAVA with STRUTS",
        "Used EXCEL and WORD",
        "Wrote to JAVA@example.org",
        "Ran SQL and UNIX jobs",
    ],
)
def test_capitals_that_stay(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kept all Test Cases and Test Scripts of a till", "Kept all test cases and test scripts of a till"),
        ("Sold trees during the Holiday Season", "Sold trees during the holiday season"),
        ("Open and Close the gate", "Open and close the gate"),
        ("Set up VPN, Printers and lamps", "Set up VPN, printers and lamps"),
        ("Trained cooks to Deal with rushes", "Trained cooks to deal with rushes"),
        ("Worked in the Complete Software development cycle", "Worked in the complete software development cycle"),
        ("Called about the Aged invoices", "Called about the aged invoices"),
        ("Fixed all Production issues", "Fixed all production issues"),
        ("Gave on call, weekend and holiday support", "Gave on-call, weekend and holiday support"),
        ("Built forms for the Sales and Payroll related teams", "Built forms for the Sales- and Payroll-related teams"),
        ("Led room clearing drills", "Led room-clearing drills"),
    ],
)  # fmt: skip
def test_more_words_that_name_nothing(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Sent orders to Support on site",
        "Sales and Support the team knew",
        "Ran the Harbor Test Plan",
        "Used the Test Plan Builder and Excel",
        "Ran the Complete Care program",
        "Was on call and answered the support line",
        "Built forms for Human Resources and Payroll related teams",
    ],
)
def test_more_names_that_stay(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Wrote c# code for ms sql server on aws", "Wrote C# code for MS SQL Server on AWS"),
        ("Used Ms Excel in the us army", "Used MS Excel in the US Army"),
        ("Kept Covid 19 rules for k-12 kids", "Kept COVID-19 rules for K-12 kids"),
        ("Wrote to the hr department", "Wrote to the HR department"),
        ("Helped it team up with others", None),
        ("Joined the HR Department in May", None),
    ],
)
def test_short_names_in_small_letters(before, after):
    assert mended(before) == (after or before)
