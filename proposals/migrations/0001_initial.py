import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('committee', '0003_first_terms_of_reference'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Advice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('heading', models.CharField(blank=True, max_length=500, null=True)),
                ('occasion', models.CharField(blank=True, max_length=255)),
                ('given_on', models.DateField(blank=True, null=True)),
                ('state', models.CharField(choices=[('drafted', 'Drafted'), ('approved', 'Approved')], default='drafted', max_length=16)),
                ('approved_at', models.DateTimeField(editable=False, null=True)),
                ('record_shape', models.JSONField(blank=True, default=dict)),
                ('approved_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'advice',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='AdviceLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opening', models.TextField(blank=True)),
                ('closing', models.TextField(blank=True)),
                ('signatory', models.CharField(blank=True, max_length=120)),
                ('state', models.CharField(choices=[('drafted', 'Drafted'), ('approved', 'Approved'), ('sent', 'Sent')], default='drafted', max_length=16)),
                ('approved_at', models.DateTimeField(editable=False, null=True)),
                ('sent_at', models.DateTimeField(editable=False, null=True)),
                ('advice', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='letter', to='proposals.advice')),
                ('approved_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='committee.document')),
                ('sent_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='AdviceLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('kind', models.CharField(choices=[('point', 'Point'), ('question', 'Question'), ('answer', 'Answer'), ('comment', 'Comment'), ('note', 'Note'), ('heading', 'Heading'), ('action', 'Action'), ('recommendation', 'Recommendation'), ('condition', 'Condition')], default='point', max_length=16)),
                ('text', models.TextField()),
                ('position', models.PositiveIntegerField()),
                ('restricted', models.BooleanField(default=False)),
                ('restricted_reason', models.CharField(blank=True, max_length=255)),
                ('version', models.PositiveIntegerField(default=1)),
                ('paragraph', models.CharField(blank=True, max_length=12)),
                ('record_shape', models.JSONField(blank=True, default=dict)),
                ('addressee', models.CharField(blank=True, max_length=120)),
                ('due', models.CharField(blank=True, max_length=120)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('advice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='proposals.advice')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='proposals.adviceline')),
            ],
            options={
                'ordering': ['advice', 'position'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('result', models.CharField(choices=[('outcome', 'Outcome'), ('not_asked', 'Committee not asked to advise'), ('no_outcome', 'No outcome recorded'), ('deferred', 'Deferred')], max_length=16)),
                ('unanimity', models.CharField(choices=[('unanimous', 'Unanimous'), ('majority', 'By a majority'), ('not_stated', 'Not stated')], default='not_stated', max_length=16)),
                ('wording', models.TextField(blank=True, null=True)),
                ('reason', models.TextField(blank=True)),
                ('made_on', models.DateField(blank=True, null=True)),
                ('record_shape', models.JSONField(blank=True, default=dict)),
                ('advice', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='proposals.advice')),
                ('outcome', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='committee.outcomeoption')),
            ],
            options={
                'ordering': ['advice', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(blank=True, max_length=80, null=True)),
                ('title', models.CharField(max_length=500, null=True)),
                ('stage', models.CharField(blank=True, choices=[('in_principle', 'In principle'), ('proposal', 'Proposal'), ('final_report', 'Final report'), ('update', 'Update'), ('addendum', 'Addendum'), ('follow_up', 'Follow-up'), ('information', 'For information')], max_length=16, null=True)),
                ('stage_text', models.TextField(blank=True, null=True)),
                ('submitted_by', models.CharField(blank=True, max_length=255, null=True)),
                ('operational_lead', models.CharField(blank=True, max_length=120)),
                ('summary', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Submitted'), ('considered', 'Considered'), ('withdrawn', 'Withdrawn')], default='draft', max_length=16)),
                ('submitted_at', models.DateTimeField(editable=False, null=True)),
                ('predecessor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successors', to='proposals.paper')),
                ('presenters', models.ManyToManyField(blank=True, related_name='papers_presented', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='DecisionPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decision_papers', to='proposals.decision')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decision_papers', to='proposals.paper')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='papers',
            field=models.ManyToManyField(related_name='decisions', through='proposals.DecisionPaper', to='proposals.paper'),
        ),
        migrations.CreateModel(
            name='PaperFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('media_type', models.CharField(max_length=100)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='proposals.paper')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('reference', models.CharField(blank=True, max_length=80, null=True, unique=True)),
                ('title', models.CharField(max_length=500)),
                ('summary', models.TextField(blank=True)),
                ('sponsor', models.CharField(blank=True, max_length=255)),
                ('kind', models.CharField(blank=True, choices=[('predictive', 'Predictive'), ('explanatory', 'Explanatory'), ('descriptive', 'Descriptive'), ('exploratory', 'Exploratory'), ('simulation', 'Simulation'), ('strategic', 'Strategic or policy question')], max_length=16, null=True)),
                ('level', models.CharField(blank=True, choices=[('individual', 'Individual-level'), ('area', 'Area-level'), ('organisation', 'Organisation-level')], max_length=16, null=True)),
                ('phase', models.CharField(blank=True, choices=[('idea', 'In principle'), ('development', 'In development'), ('trial', 'On trial'), ('use', 'In use'), ('ended', 'Ended')], max_length=16, null=True)),
                ('is_public', models.BooleanField(default=False, editable=False)),
                ('submitting_body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='committee.organisation')),
            ],
            options={
                'ordering': ['title', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='paper',
            name='proposal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='proposals.proposal'),
        ),
        migrations.CreateModel(
            name='FormerSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_slugs', to='proposals.proposal')),
            ],
            options={
                'ordering': ['slug'],
            },
        ),
        migrations.CreateModel(
            name='ProposalAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=500)),
                ('normalised', models.CharField(db_index=True, editable=False, max_length=500)),
                ('is_public', models.BooleanField(default=False, editable=False)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='proposals.proposal')),
            ],
            options={
                'verbose_name_plural': 'proposal aliases',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='ProposalMatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('score', models.DecimalField(decimal_places=2, max_digits=3)),
                ('reason', models.CharField(max_length=255)),
                ('state', models.CharField(choices=[('open', 'Open'), ('confirmed', 'Confirmed'), ('rejected', 'Rejected')], default='open', max_length=16)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='proposals.proposal')),
                ('decided_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='proposals.paper')),
            ],
            options={
                'verbose_name': 'question',
                'verbose_name_plural': 'questions',
                'ordering': ['-score', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PublishedOutcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('meeting_slug', models.SlugField(max_length=24)),
                ('held_on', models.DateField(null=True)),
                ('held', models.CharField(max_length=40)),
                ('position', models.PositiveSmallIntegerField()),
                ('anchor', models.CharField(max_length=120)),
                ('title', models.TextField()),
                ('stage', models.TextField(blank=True)),
                ('reference', models.TextField(blank=True)),
                ('result', models.CharField(choices=[('outcome', 'Outcome'), ('not_asked', 'Committee not asked to advise'), ('no_outcome', 'No outcome recorded'), ('deferred', 'Deferred')], max_length=16)),
                ('letter', models.CharField(blank=True, max_length=1)),
                ('label', models.CharField(max_length=60)),
                ('wording', models.TextField(blank=True)),
                ('how', models.CharField(blank=True, max_length=160)),
                ('with_papers', models.JSONField(default=list)),
                ('asked', models.JSONField(default=list)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='published_outcomes', to='proposals.paper')),
            ],
            options={
                'ordering': [models.OrderBy(models.F('held_on'), descending=True, nulls_last=True), '-meeting_slug', 'position'],
            },
        ),
        migrations.CreateModel(
            name='Recommendation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('R', 'Recommendation'), ('C', 'Condition'), ('Q', 'Question to be addressed')], max_length=1)),
                ('number', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('open', 'Open'), ('answered', 'Answered'), ('closed', 'Closed')], default='open', max_length=16)),
                ('answer', models.TextField(blank=True)),
                ('line', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='recommendation', to='proposals.adviceline')),
            ],
            options={
                'ordering': ['kind', 'number'],
            },
        ),
        migrations.AddConstraint(
            model_name='advice',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['drafted', 'approved'])), name='advice_state_known'),
        ),
        migrations.AddConstraint(
            model_name='advice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', True), ('approved_by__isnull', True)), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), _connector='OR'), name='advice_approved_by_someone_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='advice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved']), _negated=True), ('approved_at__isnull', False), _connector='OR'), name='advice_approved_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='adviceletter',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['drafted', 'approved', 'sent'])), name='letter_state_known'),
        ),
        migrations.AddConstraint(
            model_name='adviceletter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', True), ('approved_by__isnull', True)), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), _connector='OR'), name='letter_approved_by_someone_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='adviceletter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', True), ('sent_by__isnull', True)), models.Q(('sent_at__isnull', False), ('sent_by__isnull', False)), _connector='OR'), name='letter_sent_by_someone_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='adviceletter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'sent']), _negated=True), models.Q(('approved_at__isnull', False), ('document__isnull', False)), _connector='OR'), name='letter_approved_has_its_document'),
        ),
        migrations.AddConstraint(
            model_name='adviceletter',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['sent']), _negated=True), ('sent_at__isnull', False), _connector='OR'), name='letter_sent_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='adviceline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['point', 'question', 'answer', 'comment', 'note', 'heading', 'action', 'recommendation', 'condition'])), name='advice_line_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='adviceline',
            constraint=models.CheckConstraint(condition=models.Q(('restricted', False), models.Q(('restricted_reason', ''), _negated=True), _connector='OR'), name='advice_line_restricted_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='decisionpaper',
            constraint=models.UniqueConstraint(fields=('decision', 'paper'), name='paper_once_per_decision'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('result__in', ['outcome', 'not_asked', 'no_outcome', 'deferred'])), name='decision_result_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('unanimity__in', ['unanimous', 'majority', 'not_stated'])), name='decision_unanimity_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome__isnull', False), ('result', 'outcome')), models.Q(models.Q(('result', 'outcome'), _negated=True), ('outcome', None)), _connector='OR'), name='decision_has_an_outcome_or_another_result'),
        ),
        migrations.AddConstraint(
            model_name='paperfile',
            constraint=models.UniqueConstraint(fields=('paper', 'sha256'), name='paper_file_once'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['predictive', 'explanatory', 'descriptive', 'exploratory', 'simulation', 'strategic'])), name='proposal_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('level__in', ['individual', 'area', 'organisation'])), name='proposal_level_known'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('phase__in', ['idea', 'development', 'trial', 'use', 'ended'])), name='proposal_phase_known'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'considered', 'withdrawn'])), name='paper_state_known'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['in_principle', 'proposal', 'final_report', 'update', 'addendum', 'follow_up', 'information'])), name='paper_stage_known'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.CheckConstraint(condition=models.Q(('predecessor', models.F('id')), _negated=True), name='paper_does_not_follow_itself'),
        ),
        migrations.AddConstraint(
            model_name='proposalalias',
            constraint=models.UniqueConstraint(fields=('proposal', 'normalised'), name='alias_once_per_proposal'),
        ),
        migrations.AddConstraint(
            model_name='proposalmatch',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'confirmed', 'rejected'])), name='match_state_known'),
        ),
        migrations.AddConstraint(
            model_name='proposalmatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='match_decided_by_someone_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='proposalmatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['confirmed', 'rejected']), _negated=True), ('decided_at__isnull', False), _connector='OR'), name='match_answered_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='proposalmatch',
            constraint=models.UniqueConstraint(fields=('paper', 'candidate'), name='match_asked_once'),
        ),
        migrations.AddIndex(
            model_name='publishedoutcome',
            index=models.Index(fields=['held_on'], name='published_by_day'),
        ),
        migrations.AddConstraint(
            model_name='publishedoutcome',
            constraint=models.CheckConstraint(condition=models.Q(('result__in', ['outcome', 'not_asked', 'no_outcome', 'deferred'])), name='published_result_known'),
        ),
        migrations.AddConstraint(
            model_name='publishedoutcome',
            constraint=models.UniqueConstraint(fields=('meeting_slug', 'position', 'paper'), name='published_outcome_once'),
        ),
        migrations.AddConstraint(
            model_name='recommendation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['R', 'C', 'Q'])), name='recommendation_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='recommendation',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'answered', 'closed'])), name='recommendation_state_known'),
        ),
        migrations.AddConstraint(
            model_name='recommendation',
            constraint=models.UniqueConstraint(fields=('kind', 'number'), name='recommendation_number_once'),
        ),
    ]
