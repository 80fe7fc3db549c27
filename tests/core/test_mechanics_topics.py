"""Capitals on what names nobody and nothing: people by their work, topics, owners, rows, loud words."""

import pytest

from tests.core.mending import mended


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Wrote to Loan Officers and Risk Managers", None),  # officers may have a rank
        ("Met with Risk Managers and Sales Engineers", "Met with risk managers and sales engineers"),
        ("Fed clerks, Shift Supervisors and Lab Technicians", "Fed clerks, shift supervisors and lab technicians"),
        ("Met with Stakeholders, Loan Analysts and clerks for the Oak Fund", "Met with stakeholders, loan analysts and clerks for the Oak Fund"),
        ("Reported to 5 Directors", "Reported to 5 directors"),
        ("Met Regional Directors of Nursing", None),
        ("Met with the Sales Manager", None),
        ("Sold shoes to Costco Managers", None),
    ],
)  # fmt: skip
def test_people_by_their_work(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Took part in Quality Control checks", "Took part in quality control checks"),
        ("Ran a Data Entry desk in May", "Ran a data entry desk in May"),
        ("Performed Regression Testing of pumps", "Performed regression testing of pumps"),
        ("Drew plans of Process Plants by hand", "Drew plans of process plants by hand"),
        ("Drew Use Cases, Flow Charts and maps", "Drew use cases, flow charts and maps"),
        ("Case Management and notes for the ward", "Case management and notes for the ward"),
        ("Wrote Oak Till User Stories for the shop", "Wrote Oak Till user stories for the shop"),
        ("Built Excel Spreadsheets and SQL Queries", "Built Excel spreadsheets and SQL queries"),
        ("Led Oak Directory Design and maintenance", "Led Oak Directory design and maintenance"),
        ("Helped with Preparation of Layout and Wireframes as asked", "Helped with preparation of layout and wireframes as asked"),
        ("Joined the Quality Control team", None),
        ("Built the Process Plant module", None),
        ("Case Management for the Oak Ward", None),
        ("Ran Oracle Reports for the desk", None),
        ("Signed a Service Level Agreement (SLA)", None),
        ("Won a Board of Directors award", None),
    ],
)  # fmt: skip
def test_topics(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Carried the Customer's bag", "Carried the customer's bag"),
        ("Carried Costco's bag", None),
        ("Kept to its Safety Rules and Regulations", "Kept to its safety rules and regulations"),
        ("Followed Company Policies and Procedures at work", "Followed company policies and procedures at work"),
        ("Pled in State and Federal courts", "Pled in state and federal courts"),
        ("Pled Civil as well as Criminal Matters", "Pled civil as well as criminal matters"),
        ("Saved at State and Federal Bank", None),
        ("Read the Terms and Conditions (T&C)", None),
        ("Swept the print LAB each day", "Swept the print lab each day"),
        ("Wired PLC, DRIVES and pumps", "Wired PLC, drives and pumps"),
        ("Worked with the LAB-1 kit", None),
        ("Worked at a Construction firm", "Worked at a construction firm"),
        ("Worked at the Construction desk", None),
        ("Kept ten AD Shares by mail", "Kept ten AD shares by mail"),
    ],
)  # fmt: skip
def test_owners_rows_and_loud_words(before, after):
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Raised $2 Million in 5 Years", "Raised $2 million in 5 years"),
        ("Raised $2 Million Dollar Club funds", None),
        ("Built Sub-assemblies for pumps", "Built sub-assemblies for pumps"),
        ("Ran Follow-up calls and Day-to-Day tasks", "Ran follow-up calls and day-to-day tasks"),
        ("Taught Pre-K and sold Post-its", None),
        ("Led the Interim and Year-End audit", None),
        ("Sold T-shirts by Coca-Cola", None),
    ],
)
def test_capitals_by_their_place(before, after):
    assert mended(before) == (after or before)
