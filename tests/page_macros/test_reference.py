"""组织表, 术语表."""


class TestOrganization:
    def test_shows_what_the_source_leaves_open(self, rows):
        """
        Names nobody has given are 【待填】; a parent is told by its name.
        """
        files = {
            "data/organization.yml": (
                "名称: null\n上级: [县委, 县政府]\n党组织:\n"
                "  - {代号: top, 名称: 机关党委, 类型: 机关党委}\n"
                "  - {代号: one, 名称: 第一支部, 类型: 党支部, 上级: top}\n"
                "科室:\n  - {代号: office, 名称: 办公室}\n"
            )
        }

        assert [
            ["【待填】", "【待填】", "【待填】", "县委、县政府"],
            ["机关党委", "机关党委", "【待填】", "—", "—"],
            ["第一支部", "党支部", "【待填】", "机关党委", "—"],
            ["办公室", "【待填】", "【待填】"],
        ] == rows(files, "组织表")


class TestTerms:
    def test_show_meaning_and_synonyms(self, rows):
        """
        A term without synonyms has a dash.
        """
        files = {
            "data/terms.yml": (
                "术语:\n  - {词: 甲, 释义: 乙, 同义: [丙, 丁]}\n  - {词: 戊, 释义: 己}\n"
            )
        }

        assert [["甲", "乙", "丙、丁"], ["戊", "己", "—"]] == rows(files, "术语表")
