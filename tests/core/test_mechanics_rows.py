"""Lists, sentences, capitals and rows of acts: mended where certain."""

import pytest

from reframe import apply
from reframe.core.acts_of import acts_of
from reframe.core.phrases import words_of
from tests.core.mending import mended
from tests.core.reading import lexicon


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Cleaned all areas of the hotel; kitchens, halls, stairs",
            "Cleaned all areas of the hotel: kitchens, halls, and stairs",
        ),
        (
            "In charge of rotas, fuel and repair cost, routes, permits.",
            "In charge of rotas, fuel and repair cost, routes, and permits.",
        ),
        (
            "Responsible for washing vans, checking oil, buying and selling tires.",
            "Responsible for washing vans, checking oil, and buying and selling tires.",
        ),
        ("Lessons in the office include;", "Lessons in the office include:"),
        ("Prepared files such as: names", "Prepared files such as names"),
        ("Sold pens, paper, and etc.", "Sold pens, paper, etc."),
        ("Outreach- Built the shop online", "Outreach: Built the shop online"),
        ("Hired to design, and build the set", "Hired to design and build the set"),
        ("Designed, and built the set", "Designed and built the set"),
    ],
)
def test_lists_and_labels(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Worked in a clean, safe, friendly shop.",
        "Sold goods in Salem, Oregon, Boise.",
        "Cleaned rooms, including halls, stairs, doors.",
        "Sold the kit, a new line, in spring markets.",
        "Kept files on rents, deposits, insurance",
        "Ran the till; opened the shop, closed the shop, counted cash",
        "Planned, drew, and built the set",
        "Met crews to plan, and the set was built",
    ],
)
def test_commas_that_tell_nothing(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Posted the weekly rotas for drivers Mailed the monthly letters",
            "Posted the weekly rotas for drivers. Mailed the monthly letters.",
        ),
        (
            "Answered calls as a CSR Built the new index of parts",
            "Answered calls as a CSR. Built the new index of parts.",
        ),
        (
            "Moved all of the accounts to ACME Oversaw new drivers on the road",
            "Moved all of the accounts to ACME. Oversaw new drivers on the road.",
        ),
        (
            "Kept the books of the shop Oversee new hires in stores",
            "Kept the books of the shop. Oversee new hires in stores.",
        ),
        (
            "Wired panels for conveyor systems Tested I/O points",
            "Wired panels for conveyor systems. Tested I/O points.",
        ),
    ],
)
def test_a_sentence_that_runs_on(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Set up desks in the Royal United Clubs hall",
        "Won the yearly Devoted Helper Award in 2015",
        "Sang songs on stage with the choir Do the Right Song",
        "Sold shares in the shop Built by the owner",
        "Served drinks to guests in the Willow Lounge this past season",
        "Sold ads to the search giant Google has made",
        "Moved all files to the ACME Managed services desk",
    ],
)
def test_a_capital_that_begins_no_sentence(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Helped in grading and sorted papers", "Helped with grading and sorted papers"),
        ("Worked in assembling pumps", "Worked on assembling pumps"),
        ("Ensured compliance to standards", "Ensured compliance with standards"),
        ("Worked in operating rooms", None),
        ("Checked compliance to ensure safety", None),
    ],
)
def test_acts_and_their_prepositions(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Wrote the SEASONAL REPORTS for all shops", "Wrote the seasonal reports for all shops"),
        ("Involved in Planning, Construction and Inspection of the site", "Involved in planning, construction and inspection of the site"),
        ("Worked on Assembling ETL jobs", "Worked on assembling ETL jobs"),
        ("Cared for Newly and Partly trained dogs", "Cared for newly and partly trained dogs"),
        ("Sold to the IT, HR and SALES teams", None),
        ("Met with Sales, Marketing and Operations of the firm", None),
        ("Followed the KAIZEN method and moved ORBIT data", None),
        ("Baked cakes for each Wedding", "Baked cakes for each wedding"),
        ("Sold pies every Friday at every Ford dealer", None),
        ("Met drivers as needed For special events, staffed gates", None),  # may begin a sentence
        ("Met drivers as needed For special events", "Met drivers as needed for special events"),
    ],
)  # fmt: skip
def test_capitals_of_ordinary_words(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Took part in weighing of raw wool", "Took part in weighing raw wool"),
        ("Ran a course in the assembling of pumps", "Ran a course in assembling pumps"),
        ("Took part in the planning of projects", None),
        ("Was present in meeting of the board", None),
        ("Paid for weighing of wool and sale of cloth", None),
    ],
)
def test_an_act_and_its_object(before, after):
    edits = tuple(acts_of(words_of(before), lexicon()))
    assert apply(before, edits) == (after or before)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helped guests who needs a cot", "Helped guests who need a cot"),
        ("Made sure that the trucks was loaded", "Made sure that the trucks were loaded"),
        ("Ensured that stock levels was accurate", "Ensured that stock levels were accurate"),
        ("Kept files on pupils that comes to the lab", "Kept files on pupils that come to the lab"),
        ("Called vendors who was late", "Called vendors who were late"),
        (
            "Made sure that all children was signed out",
            "Made sure that all children were signed out",
        ),
        ("Covered shifts when one of them were out", "Covered shifts when one of them was out"),
        ("Made sure one of the nurses were near", "Made sure one of the nurses was near"),
        ("There was 4 of us at the desk", "There were 4 of us at the desk"),
        ("Ran all phase of the build", "Ran all phases of the build"),
        ("Made sure that all orders where correct", "Made sure that all orders were correct"),
        ("Left early when the tech's were busy", "Left early when the techs were busy"),
        ("Kept BOM's, ECN's and plans", "Kept BOMs, ECNs and plans"),
        ("Ran crew of 5", "Ran a crew of 5"),
        ("Cooked wide variety of soups", "Cooked a wide variety of soups"),
        ("Sold to large number of mills", "Sold to a large number of mills"),
        ("Baked bread in fast paced environment", "Baked bread in a fast-paced environment"),
    ],
)
def test_many_and_amounts(text: str, expected: str) -> None:
    assert mended(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kept a list of guests that needs updates",
        "Trained one of the clerks who works nights",
        "Made sure that the list of rooms was right",
        "Made sure that the head of sales was told",
        "Raised number of visits",
        "There was one of us at the desk",
        "Ran a framing crew of 5",
        "Made sure that orders where needed were sent",
        "Met the one of us who were late",
        "Was all part of the job",
        "Restored range of motion",
        "Wrote a script for files larger than nine pages which was deployed",
    ],
)
def test_one_of_many_and_things_that_are_counted_stay(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Duties: washing vans, checking oil and changing of tires", "Duties: washing vans, checking oil and changing tires"),
        ("Helped with raking leaves and cutting of the grass", "Helped with raking leaves and cutting the grass"),
        ("Washing vans, planning and booking of tours", "Washing vans, planning and booking tours"),
        ("Weighing flour, mixing doughs and shaping of rolls", "Weighing flour, mixing doughs and shaping rolls"),
        ("Disposing of waste and mowing of lawns", "Disposing of waste and mowing lawns"),
        ("Loading and unloading of trucks", "Loading and unloading trucks"),
        ("Baking of rye bread and rolls", "Baking rye bread and rolls"),
        ("Helped with setting up and tearing down of stalls", "Helped with setting up and tearing down stalls"),
        ("Managing the door, signing in of guests and giving out of keys", "Managing the door, signing in guests and giving out keys"),
        ("Helped with the setting up of stalls", None),  # names what was done
        ("Dealt with running out of stock", None),
        ("Operating of gang up to 12 hands", None),  # no "operating crew"
        ("Understanding of networks", None),  # names what one has
        ("Picking of orders, packing of boxes", None),  # names of tasks
        ("Washing vans and disposing of waste", None),  # the verb's own preposition
        ("Responsible for managing packing and shipping of goods", None),  # managed, not shipped
        ("Responsible for cleaning supplies and ordering of stock", None),  # cloths and soap?
        ("Maintained stock and ordering of supplies", None),
        ("Paying rent, cleaning of floors and repair of walls", None),
    ],
)  # fmt: skip
def test_acts_in_a_row_take_their_objects_alike(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sold 90 tickets daily Answered calls from the owners Ran the till", "Sold 90 tickets daily. Answered calls from the owners. Ran the till."),
        ("Opened mail and sorted forms Scheduled trips abroad", "Opened mail and sorted forms. Scheduled trips abroad."),
        ("Met guests from the Scheduled trips abroad", None),
        ("Helped with new claims Ordered office supplies", "Helped with new claims. Ordered office supplies."),
        ("Packed orders, this included gift boxes", "Packed orders, which included gift boxes"),
        ("As the night clerk, this included the till", None),  # no sentence in front to lean on
        ("In charge of the front desk which included sorting mail", "In charge of the front desk, which included sorting mail"),
        ("Sold the tickets which included tours", None),  # those tickets, and no others
        ("Ran a course in which included topics changed", None),
        ("Milked goats twice a day, also fed calves", "Milked goats twice a day, and also fed calves"),
        ("Loaded boxes into the staging area also built pallets", "Loaded boxes into the staging area, and also built pallets"),
        ("Fed calves, also ran tours, and sold milk", None),  # the last "and" closes the row
        ("Ran a desk that also served nurses", None),
        ("Cleaned halls, also was waxing floors", None),
        ("Hired a nurse, which lead to fewer falls", "Hired a nurse, which led to fewer falls"),
        ("Swept the halls which lead to the gym", None),  # they still do
        ("Ran the office including: payroll, mail and tolls", "Ran the office including payroll, mail and tolls"),
        ("Ran the office including: payroll; mail; tolls", None),
    ],
)  # fmt: skip
def test_sentences_and_clauses_that_run_into_each_other(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Labeled, and delivered specimens to the lab", "Labeled and delivered specimens to the lab"),
        ("Packed, and quickly served meals", None),
        ("Wrote, and took photographs for the paper", None),  # wrote words, no photographs
        ("Kept the floor clean at all time", "Kept the floor clean at all times"),
        ("Sold shares at all time high prices", "Sold shares at all-time high prices"),
        ("Spoke to guests in calm and polite manner", "Spoke to guests in a calm and polite manner"),
        ("Spoke to guests in calm, honest manner.", "Spoke to guests in a calm, honest manner."),
        ("Spoke to guests in organized manner", "Spoke to guests in an organized manner"),
        ("Spoke to guests in same manner", None),
        ("Trained nurses in bedside manner", None),
        ("Worked in sustainable fashion", None),
        ("Wrote IEP's", "Wrote IEPs"),
        ("Wrote for HBO's", None),
        ("Answered calls and verified there identity", "Answered calls and verified their identity"),
        ("Kept records of there needs", "Kept records of their needs"),
        ("Cared for clients in there homes", "Cared for clients in their homes"),
        ("Saw a in-network doctor and a up-to-date list", "Saw an in-network doctor and an up-to-date list"),
        ("Booked carrier pick ups", "Booked carrier pickups"),
        ("Trained cooks and worked there summers", None),
        ("Improved there safety rules", "Improved their safety rules"),
        ("Set there own prices", "Set their own prices"),
        ("Hired seasonal staffs", "Hired seasonal staff"),
        ("Saw that all the room complaints was solved", "Saw that all the room complaints were solved"),
        ("Was in charge for opening the gym", "Was in charge of opening the gym"),
        ("Read data from different source like Excel", "Read data from different sources like Excel"),
        ("Fixed account lock outs", "Fixed account lockouts"),
    ],
)  # fmt: skip
def test_slips_of_every_day(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("In charge of execute the plans and maintain order", "In charge of executing the plans and maintaining order"),
        ("Responsible for ensure that plans are kept and grow", "Responsible for ensuring that plans are kept and grow"),
        ("Responsible for prepare reports, file forms and answer phones", None),  # all of a row, or none
        ("Responsible for direct mail", None),
        ("Responsible for complete care of horses", None),
        ("Kept the books, including, payroll and tolls", "Kept the books, including payroll and tolls"),
        ("Kept the books, including, but not limited to, tolls", None),
        ("Kept the books, including, where needed, tolls", None),
        ("Handling team of 14 drivers", "Handling a team of 14 drivers"),
        ("Marketing team of 14 drivers", None),
        ("Wrote report's for the owner", "Wrote reports for the owner"),
        ("Went to the doctor's for the owner", None),
        ("Acted as single point to contact", "Acted as single point of contact"),
        ("Sold pens, ink (paper, etc), and stamps etc", "Sold pens, ink (paper, etc.), and stamps etc."),
        ("Sold pens, ink etc for schools", None),
    ],
)  # fmt: skip
def test_what_leads_to_an_act_a_list_or_a_number(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Met the SME's (farmers) daily", "Met the SMEs (farmers) daily"),
        ("Sold 18 SKU'S, pens and ink", "Sold 18 SKUs, pens and ink"),
        ("Met IBM'S needs", None),
        ("Kept rotas for a team 5 people", "Kept rotas for a team of 5 people"),
        ("Ran the crew 2 nights", None),
        ("Led US based crews and answered HR related calls", "Led US-based crews and answered HR-related calls"),
        ("Sent files to HR related to pay", None),
        ("Told HR based on facts", None),
        ("Wrote proof of concepts for mills", "Wrote proofs of concept for mills"),
    ],
)  # fmt: skip
def test_letters_and_groups(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Greets guests and bag the goods.", "Greets guests and bags the goods."),
        ("Greeted guests and bag the goods.", "Greeted guests and bagged the goods."),
        ("Greet guests and bags the goods.", "Greet guests and bag the goods."),
        ("Heard complaints and try to settle them.", "Heard complaints and tried to settle them."),
        ("In charge of checking bags and to change lamps.", "In charge of checking bags and changing lamps."),
        ("Answering phones and to greet guests", "Answering phones and greeting guests"),
        ("Duties were to sweep the hall, empty the bins and restocking of towels.",
         "Duties were to sweep the hall, empty the bins and restock towels."),
        ("Develop plans, organize trips, and collaborating with parents.",
         "Develop plans, organize trips, and collaborate with parents."),
        ("Duties included greeting guests, verify bookings and taking calls", "Duties included greeting guests, verifying bookings and taking calls"),
        ("Assisted the clerk with opening the mail and keep track of parcels.", "Assisted the clerk with opening the mail and keeping track of parcels."),
        ("Tasked with opening the hall, count the coats and follow up with guests", "Tasked with opening the hall, counting the coats and following up with guests"),
        ("Tested mud samples and describe rocks.", "Tested mud samples and described rocks."),
    ],
)  # fmt: skip
def test_an_act_that_strays_from_its_row(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Helped guests check in and find the spa.",
        "Greeted guests who come and see the show.",
        "Ensures that cooks clean and close the grill.",
        "Responsible for keeping data, to ensure the quality of stock.",
        "Checked bags and went to change lamps.",
        "Sold drinks and food to the guests.",
        "Worked with growers to prioritizing fields, and to explain the results.",
        "Driving a bus, the doing of checks, and to report faults",
        "Used Excel to record bills and cleaning of the books.",
        "Open the shop and training of staff",
        "Set goals, develop rules for storage and handling of acids, and coordinate drills.",
        "Assist guests with booking tours and choose seats.",  # two acts of the line, or of the guests
        "Responsible for keeping logs and reorder of drugs",
        "Updated maps and found shortcuts.",
        "Checked all rooms, except for the attic.",
        "Wrote leaflets and thank you letters.",
        "Sent quotes, samples and follow up calls.",
        "Deployed builds, except one, and monitor with boards.",
        "Built post and get methods.",
    ],
)
def test_rows_in_which_others_act_or_nobody(line):
    assert mended(line) == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Swept the hall everyday", "Swept the hall every day"),
        ("Swept the hall everyday and was paid well", "Swept the hall every day and was paid well"),
        ("Called on mills to make sale.", "Called on mills to make sales."),
        ("Was apart of the team", "Was a part of the team"),
        ("Kept the till in absence of the owner", "Kept the till in the absence of the owner"),
        ("(Walked the dogs on a long lead)", "Walked the dogs on a long lead"),
        (
            "Wrote letters to mills which resulted in 3 orders",
            "Wrote letters to mills, which resulted in 3 orders",
        ),
        ("Sold bolts, nuts etc.", "Sold bolts, nuts, etc."),
        ("Kept Boat Repair Order (BROs)", "Kept Boat Repair Orders (BROs)"),
        ("Kept a Boat Repair Order (BROs)", "Kept a Boat Repair Order (BROs)"),
        ("Sold bolts, nuts etc. and rope", "Sold bolts, nuts, etc. and rope"),
        (
            "Duties included weighing flour, mixing of doughs and keeping the case full",
            "Duties included weighing flour, mixing of doughs and keeping the case full",
        ),
        (
            "Duties included weighing flour, decorating of cakes and keeping the case full",
            "Duties included weighing flour, decorating cakes and keeping the case full",
        ),
    ],
)
def test_what_ends_a_phrase(before, after):
    assert mended(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Swept the hall for everyday and special use",
        "Drew boards to make sale signs",
        "Sold bolts and nuts etc.",
        "Noted what they ate, when they slept etc.",
        "Paid rent, cleaning of floors and repair of walls",
        "Duties included paying rent, cleaning of floors, repair of walls and training materials",
        "Saw the below deck crew",
        "Ran a trial which resulted in higher sales",
        "Built a mill in which led to steel",
        "(Walked the dogs) on a long lead (blue)",
        "Filed maps and letters. 6.",
    ],
)
def test_what_goes_on_stays(line):
    assert mended(line) == line
