import{E as e,Ia as t,J as l,Ja as a,N as i,r as n,u as r}from"./app.js";var u={state:"choice",agent:"choice",team:"choice",priority:"choice",channel:"choice",kind:"choice",status:"choice",category:"choice",type:"choice",language:"choice",widget:"choice",chosen_team:"choice",label:"set",waiting_ms:"time",idle_ms:"time",age_ms:"time",due_in_ms:"time",verified:"yes",hours_open:"yes",returning:"yes",page:"text"},s={choice:["is","is_not","in","not_in"],text:["contains","contains_not","is","is_not","in","not_in"],set:["has","has_not","has_any"],time:["more_than","less_than"],yes:["is"]},o=["agent","team","type","language","widget","chosen_team","page"],f=["in","not_in","has_any"],c="attribute:",p=[["days",864e5],["hours",36e5],["minutes",6e4],["seconds",1e3]],d=e=>e.startsWith(c)?"text":u[e]??"text",v=e=>s[d(e)],$=e=>f.includes(e),b=e=>e.startsWith(c)?e.slice(10):null,h=e=>c+e;function m(e){let t=p.find(([,t])=>0!==e&&e%t===0)??p[2];return{count:e/t[1],unit:t[0]}}var y=(e,t)=>Math.round(e*(p.find(([e])=>e===t)?.[1]??6e4)),g=p.map(([e])=>e).reverse();function _(e,t,l=v(e)[0]){let a=t[e]?.[0]?.value??"",i={choice:a,text:"",set:a,time:3e5,yes:!0}[d(e)];return{field:e,op:l,value:$(l)?""===i?[]:[i]:i}}var x=e=>e?.all?"all":e?.any?"any":null,w=e=>e.all??e.any??[e],k=(e,t)=>({[e]:t}),S=e=>x(e)?w(e).reduce((e,t)=>e+S(t),0):1;function A(e){let t=x(e);return t?Array.isArray(e[t])&&e[t].every(A):"string"==typeof e?.field&&"string"==typeof e.op&&(e.field in u||null!==b(e.field))}function W(e,t){let l=b(e);return null===l?t(`filters.field_${e}`):t("filters.attribute_named",{name:l})}var j=e=>e.charAt(0).toLowerCase()+e.slice(1);function J(e,t,l){let a=x(e);if(a){let i=w(e).map(e=>x(e)?l("filters.bracket",{text:J(e,t,l)}):J(e,t,l));return 0===i.length?l("filters.everything"):i.join(l("all"===a?"filters.and":"filters.or"))}if("string"!=typeof e?.field)return l("filters.unreadable");let i=(Array.isArray(e.value)?e.value:[e.value]).map(a=>function({field:e},t,l,a){if(null===t)return a("filters.none");if("boolean"==typeof t)return a("hours_open"===e?`filters.open_${t}`:`filters.${t}`);if("number"==typeof t){let{count:e,unit:l}=m(t);return a(`filters.in_${l}`,{count:e})}return l[e]?.find(e=>e.value===t)?.label??a("filters.quoted",{text:String(t)})}(e,a,t,l)),n="boolean"==typeof e.value&&"hours_open"!==e.field?"filters.says_yes":"filters.says";return l(n,{field:j(W(e.field,l)),op:l(`filters.op_${e.op}`),value:i.join(l("filters.comma"))})}var M=" ";function N(u){let{fields:s,choices:f}=u,p=function({id:a,fields:u,choices:s,complaint:f=()=>{}}){let p=function(a){let r=e=>{let t=a[e]??[];return(e=>o.includes(e)||e.startsWith(c))(e)?[...t,{value:M,label:l("filters.none")}]:t};return(u,s,o)=>{let{field:f,op:c,value:p}=u,v=e=>o({...u,value:e===M?null:e});if($(c))return((e,u,s)=>{let o=e.value,f=t=>""!==t&&s({...e,value:[...new Set([...o,t===M?null:t])]}),c=t=>r(e.field).find(e=>e.value===(t??M))?.label??t??"",p=r(e.field).filter(e=>!o.includes(e.value===M?null:e.value));return n`<span class="filter-values">
${o.map((t,a)=>n`<span class="chip">${c(t)}<button type="button" class="chip-off" aria-label=${l("filters.take_out",{name:c(t)})} @click=${()=>s({...e,value:o.toSpliced(a,1)})}>${i("x",12)}</button></span>`)}
${a[e.field]?t(`${u}-add`,[{value:"",label:l("filters.add_value")},...p],"",f,l("filters.add_value")):n`<input
class="input"
aria-label=${l("filters.add_value")}
placeholder=${l("filters.add_value")}
@change=${e=>{f(e.target.value.trim()),e.target.value=""}}
/>`}
</span>`})(u,s,o);if("time"===d(f))return((a,i,r)=>{let{count:u,unit:s}=m(a.value);return n`<input
class="input number"
type="number"
min="0"
aria-label=${l("filters.value")}
.value=${e(String(u))}
@change=${e=>r({...a,value:y(Math.max(0,Number(e.target.value)||0),s)})}
/>${t(`${i}-unit`,g.map(e=>({value:e,label:l(`filters.unit_${e}`)})),s,e=>r({...a,value:y(u,e)}),l("filters.unit"))}`})(u,s,o);if("yes"===d(f)){let e=e=>({value:String(e),label:l("hours_open"===f?`filters.open_${e}`:`filters.${e}`)});return t(`${s}-value`,[e(!0),e(!1)],String(p),e=>o({...u,value:"true"===e}),l("filters.value"))}if(a[f]){let e=r(f),a=p??M,i=e.some(e=>e.value===a)?e:[{value:a,label:p||l("filters.choose")},...e];return t(`${s}-value`,i,a,v,l("filters.value"))}return n`<input class="input" aria-label=${l("filters.value")} maxlength="200" .value=${e(p??"")} @input=${e=>v(e.target.value)} />`}}(s);return(o,c,d,m)=>{let y=`${a}-${c.replace(/\W+/g,"-")}`,g=b(o.field),x=null===g?o.field:"attribute:",w=u.includes(x)?u:[...u,x],k=f(c);return n`<li class="filter-row">
${t(`${y}-field`,w.map(e=>({value:e,label:"attribute:"===e?l("filters.attribute"):W(e,l)})),x,e=>d(_(e,s)),l("filters.field"))}
${null===g?r:n`<input class="input" aria-label=${l("filters.attribute_name")} placeholder=${l("filters.attribute_name")} maxlength="40" .value=${e(g)} @input=${e=>d({...o,field:h(e.target.value)})} />`}
${t(`${y}-op`,v(o.field).map(e=>({value:e,label:l(`filters.op_${e}`)})),o.op,e=>d(function({field:e,op:t,value:l},a){let i=$(t);return i===$(a)?{field:e,op:a,value:l}:i?{field:e,op:a,value:l[0]??""}:{field:e,op:a,value:""===l?[]:[l]}}(o,e)),l("filters.op"))}
<span class="filter-value">${p(o,y,d)}</span>
<button type="button" class="icon-button" aria-label=${l("filters.remove")} @click=${m}>${i("x")}</button>
${k?n`<p class="field-error" role="alert">${k}</p>`:r}
</li>`}}(u),A=(e,t,u,o,c)=>{let d=x(e)??"all",v=w(e),$=e=>t=>u(k(d,v.with(e,t))),b=e=>u(k(d,[...v,e])),h=()=>_(s[0],f);return n`<div class="filter-group" role="group" aria-label=${l(`filters.${d}`)}>
<div class="filter-head">
${v.length>1?a(l("filters.how"),[{value:"all",label:l("filters.all")},{value:"any",label:l("filters.any")}],d,e=>u(k("any"===e?"any":"all",v))):r}
${o?n`<button type="button" class="icon-button" aria-label=${l("filters.remove_group")} @click=${o}>${i("x")}</button>`:r}
</div>
<ul class="filter-rows">
${v.map((e,l)=>{let a=`${t}${t?".":""}${d}[${l}]`,i=()=>{let e=v.toSpliced(l,1);0===e.length&&o?o():u(k(0===e.length?"all":d,e))};return x(e)?n`<li>${A(e,a,$(l),i,c)}</li>`:p(e,a,$(l),i)})}
</ul>
${c>0?n`<div class="set-actions">
<button type="button" class="text-button" @click=${()=>b(h())}>${l("filters.add")}</button>
${o?r:n`<button type="button" class="text-button" @click=${()=>b(k("all"===d?"any":"all",[h()]))}>${l("filters.add_group")}</button>`}
</div>`:r}
</div>`};return(e,t)=>A(e,"",t,null,30-S(e))}export{x as a,k as b,A as c,J as d,N as e};
